"""Words that stand in lines of a table which are no rows: units below the names, and what sums are called."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNITS: Final = _words("""
    mm cm dm m km in inch inches ft mi nm um µm μm m² m³ mg g kg t lb lbs oz ug µg μg ml l dl cl ul
    s sec secs ms us min mins h hr hrs hour hours day days week weeks month months year years yr yrs
    v mv kv a ma w kw mw kwh wh hz khz mhz ghz pa hpa kpa mpa bar mbar psi atm k c f degc degf deg rad
    j kj mj cal kcal n kn nm mol mmol umol ppm ppb db lux lx usd eur krw gbp jpy pct percent
    pcs ea count counts bpm rpm kb mb gb unit units °c °f µ ω ohm
    원 만원 천원 억원 명 개 세 년 월 일 시간 분 초 건 회 점 단위 円 元 個 人
""")
"""As they are written in small letters."""
TOTALS: Final = _words("""
    total totals sum sums subtotal average averages avg mean means overall
    summe gesamt durchschnitt mittelwert somme moyenne totale media promedio suma итого всего среднее
    합계 총계 총합 소계 계 합 평균 전체 合計 合计 总计 總計 平均
""")
"""What a line of sums or means is called by its first cell."""
STATISTICS: Final = _words("""
    min max minimum maximum median std stdev sd count variance 최소 최대 중앙값 표준편차
""")
"""The same of lines that stand beside such a one; alone they may be names."""
