"""Short tables in every encoding people use, as their programs write them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.sheet import SheetOptions
from engine.data.text.detection.encoding import as_utf8, find_encoding
from engine.data.text.read import read_text
from engine.errors import DataError

TABLES = {
    "cp1252": [
        "T (°C),Tpot (°C),label\n1,2,0\n",
        "café,prix (€)\n1,2\n",
        "Größe;Länge;Art\n1;2;Müller\n",
        "país,año,niño\n1,2,España\n",
        "x,µ,²\n1,2,3\n",
        "name,x\nRenée,1\nFrançois,2\nÅngström,3\nJosé,4\n",
        "Fläche (m²),Höhe\n1,2\n",
    ],
    "cp949": [
        "길이,종류\n1,고양이\n2,개\n",
        "이름,나이,성별\n김철수,20,남\n이영희,30,여\n",
        "꽃받침길이,꽃받침너비,품종\n1,2,장미\n2,3,백합\n",
        "온도(℃),습도(%),날씨\n1,2,맑음\n3,4,흐림\n",
        "a,label\n1,개\n2,새\n",
        "나이,생존\n1,예\n2,아니오\n",
        "무게,값\n1,뜨거움\n",
    ],
    "gb18030": [
        "长度,宽度,label\n1,2,猫\n2,3,狗\n",
        "姓名,年龄,性别\n张三,20,男\n李四,30,女\n",
        "温度,湿度,天气\n1,2,晴\n3,4,雨\n",
        "花萼长度,花萼宽度,品种\n1,2,山鸢尾\n",
        "身高,体重\n1,2\n",
        "价格,面积,城市\n1,2,北京\n2,3,上海\n",
    ],
    "big5": [
        "長度,寬度,類別\n1,2,貓\n2,3,狗\n",
        "姓名,年齡,性別\n陳大文,20,男\n林小美,30,女\n",
        "溫度,濕度,天氣\n1,2,晴\n3,4,雨\n",
        "價格,面積,城市\n1,2,台北\n2,3,高雄\n",
    ],
    "cp932": [
        "長さ,幅,種類\n1,2,猫\n2,3,犬\n",
        "名前,年齢,性別\n田中,20,男\n佐藤,30,女\n",
        "温度,湿度,天気\n1,2,晴れ\n3,4,雨\n",
        "がく片の長さ,種類\n1,セトサ\n",
    ],
    "koi8-r": [
        "длина,ширина,вид\n1,2,кошка\n2,3,собака\n",
        "Имя,Возраст,Пол\nИван,20,м\nАнна,30,ж\n",
        "рост,вес\n1,2\n",
    ],
    "cp1251": [
        "длина,ширина,вид\n1,2,кошка\n2,3,собака\n",
        "Имя,Возраст,Пол\nИван,20,м\nАнна,30,ж\n",
        "рост,вес\n1,2\n",
    ],
    "cp1250": ["długość,szerokość\n1,2\n", "délka,šířka,druh\n1,2,kočka\n2,3,pes\n"],
    "cp1253": ["μήκος,πλάτος,είδος\n1,2,γάτα\n"],
    "utf-8": ["길이,T (°C)\n1,2\n"],
    "utf-8-sig": ["길이,T (°C)\n1,2\n"],
    "utf-16": ["길이,T (°C)\n1,2\n"],
    "utf-16-le": ["a,label\n1,x\n2,y\n", "name,길이\n1,2\n3,4\n"],
    "utf-16-be": ["a,label\n1,x\n2,y\n"],
    "utf-32": ["길이,a\n1,2\n"],
}


@pytest.mark.parametrize(
    ("encoding", "text"), [(encoding, text) for encoding, texts in TABLES.items() for text in texts]
)
def test_a_short_table_is_read_in_its_own_letters(encoding: str, text: str) -> None:
    data, _ = as_utf8(text.encode(encoding), None, "my.csv")
    assert data.decode() == text


def test_the_encoding_is_told_and_can_be_said() -> None:
    data = "길이,종류\n1,개\n2,새\n".encode("cp949")
    assert read_text(data, SheetOptions(), file="my.csv", name="my.csv").writing.encoding == "cp949"
    sheet = read_text(data, SheetOptions(encoding="latin-1"), file="my.csv", name="my.csv")
    assert sheet.names[0] == "길이".encode("cp949").decode("latin-1")
    assert sheet.writing.encoding == "iso8859-1"
    again = read_text(data, SheetOptions(encoding="EUC-KR"), file="my.csv", name="my.csv")
    assert again.names == ("길이", "종류")


@pytest.mark.parametrize(
    ("encoding", "part"),
    [("utf-8", "not written in utf-8"), ("klingon", "no encoding klingon"), ("zlib", "no encoding")],
)
def test_an_encoding_that_does_not_fit_is_refused(encoding: str, part: str) -> None:
    with pytest.raises(DataError, match=part):
        as_utf8("é,a\n1,2\n".encode("cp1252"), encoding, "my.csv")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\0\0\0\0", b"\xff\xfe\x00"])
def test_what_is_no_text_is_called_so(data: bytes) -> None:
    with pytest.raises(DataError, match="not text"):
        find_encoding(data, "my.csv")


@pytest.mark.parametrize(("encoding", "text"), [("cp1252", TABLES["cp1252"][5]), ("cp949", TABLES["cp949"][1])])
def test_however_far_down_the_letters_stand(encoding: str, text: str) -> None:
    header, *rows = text.splitlines()
    lines = [header.encode("ascii", "ignore").decode() or "a,b,c", *["a" + "," + "b" * 20] * 20_000, *rows]
    data, _ = as_utf8("\n".join(lines).encode(encoding), None, "my.csv")
    assert data.decode().splitlines()[-1] == rows[-1]


def test_random_bytes_are_no_text() -> None:
    rng = np.random.default_rng(0)
    for size in (200, 2000):
        with pytest.raises(DataError):
            as_utf8(rng.integers(0, 256, size, dtype=np.uint8).tobytes(), None, "my.csv")
