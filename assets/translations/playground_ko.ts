<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Errors are logged in {folder}</source>
        <translation>오류를 기록하는 곳: {folder}</translation>
    </message>
    <message>
        <source>Playground {version}</source>
        <translation>Playground {version} 버전</translation>
    </message>
    <message>
        <source>Python {python}, Qt {qt}. MIT License.</source>
        <translation>Python {python}, Qt {qt}. MIT 라이선스.</translation>
    </message>
    <message>
        <source>Stack the layers of a neural network, press play, and watch it learn – or see why it does not.</source>
        <translation>신경망의 층을 쌓고 학습을 눌러, 배우는 과정을 지켜보세요. 배우지 못한다면 그 이유도 보입니다.</translation>
    </message>
    <message>
        <source>The digits are those of Alpaydin and Kaynak, UCI Machine Learning Repository (CC BY 4.0).</source>
        <translation>숫자 데이터는 Alpaydin과 Kaynak이 만든 것입니다 (UCI Machine Learning Repository, CC BY 4.0).</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>A fresh small network on handwritten digits</source>
        <translation>손글씨 숫자를 배우는 작은 새 신경망을 만듭니다</translation>
    </message>
    <message>
        <source>A new lane that starts with the weights that the selected lane has at the step shown, and trains on with the others</source>
        <translation>선택한 레인이 지금 보이는 스텝에서 가진 가중치로 시작해, 다른 레인과 함께 학습하는 새 레인을 만듭니다</translation>
    </message>
    <message>
        <source>About Playground</source>
        <translation>Playground 정보</translation>
    </message>
    <message>
        <source>As large as the system wants it</source>
        <translation>시스템이 정한 크기로 되돌립니다</translation>
    </message>
    <message>
        <source>Back to the same starting weights, as the seed gives them</source>
        <translation>시드가 정하는 같은 초기 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>여기서 분기</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>Columns of the table…</source>
        <translation>표의 열…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Python 코드로 복사</translation>
    </message>
    <message>
        <source>Copy experiment as text</source>
        <translation>실험을 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy the lanes as a table</source>
        <translation>레인을 표로 복사</translation>
    </message>
    <message>
        <source>Copy the network as a picture</source>
        <translation>신경망을 그림으로 복사</translation>
    </message>
    <message>
        <source>Copy the whole experiment as text, to keep in a note or send to somebody</source>
        <translation>실험 설정 전체를 클립보드에 복사합니다. 메모에 남기거나 다른 사람에게 보낼 수 있습니다</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Curves as PNG…</source>
        <translation>곡선을 PNG로…</translation>
    </message>
    <message>
        <source>Curves as SVG…</source>
        <translation>곡선을 SVG로…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Enlarge the panel</source>
        <translation>패널 확대</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>한 에폭</translation>
    </message>
    <message>
        <source>Every key, and what it does</source>
        <translation>모든 단축키와 하는 일을 보여 줍니다</translation>
    </message>
    <message>
        <source>Everything in the window larger: text, pictures, rows</source>
        <translation>창 안의 글자, 그림, 줄을 모두 크게 합니다</translation>
    </message>
    <message>
        <source>Everything in the window smaller, so that more of it is seen</source>
        <translation>창 안의 모든 것을 작게 하여 더 많이 보이게 합니다</translation>
    </message>
    <message>
        <source>Give the panel that has the keyboard, or else that under the mouse, the whole window; Escape brings the others back</source>
        <translation>키보드 초점이 있는 패널을, 없으면 마우스 아래의 패널을 창 전체에 펼칩니다. Esc를 누르면 되돌아옵니다</translation>
    </message>
    <message>
        <source>Go to this panel by keyboard, and show it if it is hidden</source>
        <translation>키보드로 이 패널로 갑니다. 숨겨져 있으면 보여 줍니다</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Histories as CSV…</source>
        <translation>기록을 CSV로…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>편집 기록</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>소개</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Learn from pictures that lie in a folder for each class</source>
        <translation>클래스마다 폴더에 담긴 그림으로 학습합니다</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Loss and accuracy, or R², of every lane at every step that was measured</source>
        <translation>측정한 모든 스텝의 레인별 손실과 정확도(또는 R²)입니다</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Network as SVG…</source>
        <translation>신경망을 SVG로…</translation>
    </message>
    <message>
        <source>Network, curves, the view of the inside and the lanes on the whole screen, large; Escape ends it</source>
        <translation>신경망, 곡선, 내부 보기, 레인을 화면 전체에 크게 보여 줍니다. Escape로 끝냅니다</translation>
    </message>
    <message>
        <source>Network, weights and training in one readable file; run it to get the same figures again</source>
        <translation>신경망, 가중치, 학습을 읽기 쉬운 파일 하나에 담습니다. 실행하면 같은 수치가 다시 나옵니다</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>No lane is left to train: each has stopped early or diverged. Reset starts them again.</source>
        <translation>학습할 레인이 남아 있지 않습니다. 모두 조기 종료되었거나 발산했습니다. 처음으로 되돌리면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Normal contrast</source>
        <translation>일반 대비</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>One page with curves, figures and all settings of the run, to print or to send</source>
        <translation>학습의 곡선, 수치, 모든 설정을 담은 한 쪽입니다. 인쇄하거나 보낼 수 있습니다</translation>
    </message>
    <message>
        <source>One page: what there is in this window, and how to read it</source>
        <translation>한 쪽 안내: 이 창에 무엇이 있고 어떻게 읽는지</translation>
    </message>
    <message>
        <source>Open a saved run and continue where it stopped, bit for bit</source>
        <translation>저장한 실행을 열어, 멈춘 자리에서 비트 하나까지 똑같이 이어 갑니다</translation>
    </message>
    <message>
        <source>Open an experiment, or a table of your own data</source>
        <translation>실험 파일이나 직접 만든 데이터 표를 엽니다</translation>
    </message>
    <message>
        <source>Open folder of pictures…</source>
        <translation>그림 폴더 열기…</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>모델 열기…</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Open sweep…</source>
        <translation>스윕 열기…</translation>
    </message>
    <message>
        <source>Open the experiment, the file or the cells of a spreadsheet on the clipboard</source>
        <translation>클립보드에 있는 실험, 파일 또는 스프레드시트 셀을 엽니다</translation>
    </message>
    <message>
        <source>Open trained weights from a NumPy file and continue from them</source>
        <translation>NumPy 파일에서 학습된 가중치를 열어 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Other starting weights, batches and masks: the next seed</source>
        <translation>다음 시드로 초기 가중치, 배치, 드롭아웃 마스크를 새로 뽑습니다</translation>
    </message>
    <message>
        <source>Paste experiment or table</source>
        <translation>실험 또는 표 붙여넣기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Play {steps} more steps</source>
        <translation>{steps} 스텝 더 학습</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>발표 모드</translation>
    </message>
    <message>
        <source>Put every panel back to where it was at first</source>
        <translation>모든 패널을 처음 자리로 되돌립니다</translation>
    </message>
    <message>
        <source>Put the drawing of the network on the clipboard, for a slide or a document</source>
        <translation>신경망 그림을 슬라이드나 문서에 붙일 수 있게 클립보드에 복사합니다.</translation>
    </message>
    <message>
        <source>Put the experiment on the clipboard as Python code, to run and change it in a script or a notebook</source>
        <translation>실험을 Python 코드로 클립보드에 담습니다. 스크립트나 노트북에서 실행하고 고칠 수 있습니다</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>되돌린 편집을 다시 적용합니다</translation>
    </message>
    <message>
        <source>Redo this edit: {edit}</source>
        <translation>이 편집을 다시 적용합니다: {edit}</translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation>다시 실행: {edit}</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>보고서…</translation>
    </message>
    <message>
        <source>Reseed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Restore the standard layout</source>
        <translation>기본 배치로 되돌리기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation>모델 저장…</translation>
    </message>
    <message>
        <source>Save run…</source>
        <translation>실행 저장…</translation>
    </message>
    <message>
        <source>Save the experiment in another file</source>
        <translation>실험을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save the experiment: the recipe, without the trained weights</source>
        <translation>학습된 가중치를 뺀 실험 설정을 저장합니다</translation>
    </message>
    <message>
        <source>Save the run as it is, every lane with its curves, to go on from there another day</source>
        <translation>모든 레인과 곡선을 지금 그대로 저장해, 다음에 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Save the trained weights of all lanes as a NumPy file</source>
        <translation>모든 레인의 학습된 가중치를 NumPy 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Selected lane as ONNX…</source>
        <translation>선택한 레인을 ONNX로…</translation>
    </message>
    <message>
        <source>Selected lane as a NumPy script…</source>
        <translation>선택한 레인을 NumPy 스크립트로…</translation>
    </message>
    <message>
        <source>Settings and figures of all lanes, for a spreadsheet</source>
        <translation>모든 레인의 설정과 수치를 스프레드시트에 붙일 수 있게 복사합니다</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 스텝</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>스윕…</translation>
    </message>
    <message>
        <source>Switch between English and Korean</source>
        <translation>화면 언어를 영어와 한국어 사이에서 바꿉니다</translation>
    </message>
    <message>
        <source>Switch between the light and the dark theme</source>
        <translation>밝은 테마와 어두운 테마를 바꿉니다</translation>
    </message>
    <message>
        <source>The curves as a drawing that stays sharp at any size</source>
        <translation>어떤 크기에서도 선명한 곡선 그림입니다</translation>
    </message>
    <message>
        <source>The curves as a picture, for slides and documents</source>
        <translation>발표 자료와 문서에 넣을 곡선 이미지입니다</translation>
    </message>
    <message>
        <source>The data sheet: what each column of your table is for, what it lacks, and how the file is read</source>
        <translation>데이터 시트: 표의 열마다 무엇에 쓰이는지, 무엇이 빠졌는지, 파일을 어떻게 읽는지 보여 줍니다</translation>
    </message>
    <message>
        <source>The drawing of the network as lines and shapes, legible in a paper; negative weights are dashed</source>
        <translation>신경망 그림을 선과 도형으로 저장합니다. 논문에서도 또렷하며, 음의 가중치는 점선입니다.</translation>
    </message>
    <message>
        <source>The folder where the program logs its errors, for a report</source>
        <translation>프로그램이 내부 오류를 기록하는 곳입니다. 신고할 때 씁니다</translation>
    </message>
    <message>
        <source>The rows are still being read; then the run comes back at its step.</source>
        <translation>행을 읽는 중입니다; 다 읽으면 실행이 있던 스텝으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>The trained network for onnxruntime, a browser or a phone; scaling and softmax are part of it</source>
        <translation>onnxruntime, 브라우저, 휴대 전화에서 쓸 학습된 신경망입니다. 스케일링과 소프트맥스도 들어 있습니다</translation>
    </message>
    <message>
        <source>The trials of a sweep as a map and a table; some open as lanes</source>
        <translation>스윕의 시행을 지도와 표로 봅니다. 몇 개를 골라 레인으로 엽니다</translation>
    </message>
    <message>
        <source>Train for a single step: one batch, one update of the weights</source>
        <translation>한 스텝만 학습합니다: 배치 하나로 가중치를 한 번 갱신합니다</translation>
    </message>
    <message>
        <source>Train for one epoch: until every training row has been seen once more</source>
        <translation>한 에폭 학습합니다: 훈련 데이터를 모두 한 번씩 더 볼 때까지</translation>
    </message>
    <message>
        <source>Train many settings with many seeds, in processes of their own, while the window stays free</source>
        <translation>많은 설정을 여러 시드로 따로 도는 프로세스에서 학습합니다. 그동안 창은 자유롭습니다</translation>
    </message>
    <message>
        <source>Train {steps} more steps; press again to pause</source>
        <translation>{steps} 스텝 더 학습합니다. 다시 누르면 멈춥니다</translation>
    </message>
    <message>
        <source>Train {steps} steps, and watch the curves move; press again to pause</source>
        <translation>{steps} 스텝을 학습하며 곡선이 움직이는 것을 봅니다. 다시 누르면 멈춥니다</translation>
    </message>
    <message>
        <source>Train, and watch the curves move; press again to pause</source>
        <translation>학습하며 곡선을 지켜봅니다. 다시 누르면 멈춥니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>마지막 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>Undo this edit: {edit}</source>
        <translation>이 편집을 되돌립니다: {edit}</translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation>실행 취소: {edit}</translation>
    </message>
    <message>
        <source>What there is to be seen in this preset, in a sentence</source>
        <translation>이 프리셋에서 볼 수 있는 것을 한 문장으로 알려 줍니다</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>눈여겨볼 점</translation>
    </message>
    <message>
        <source>Which version this is, and what it is for</source>
        <translation>버전과 프로그램의 쓰임새를 알려 줍니다</translation>
    </message>
    <message>
        <source>White on black with strong borders, for eyes or projectors that need it</source>
        <translation>검은 바탕에 흰 글자와 또렷한 테두리. 잘 보이지 않는 눈이나 흐린 프로젝터에 맞습니다</translation>
    </message>
    <message>
        <source>한국어</source>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>ActivationRow</name>
    <message>
        <source>Every value goes through this curve.</source>
        <translation>모든 값이 이 곡선을 지나갑니다.</translation>
    </message>
</context>
<context>
    <name>AugmentationBody</name>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>The row as it is, and what steps may make of it</source>
        <translation>원래 행과 단계마다 달라진 모습</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Which training row is shown as it is, and as steps may see it; this changes nothing.</source>
        <translation>어떤 훈련 행을 원래 모습과 단계마다 달라진 모습으로 보일지 정합니다. 학습에는 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>원래대로</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
</context>
<context>
    <name>AugmentationSection</name>
    <message>
        <source>Augmentation</source>
        <translation>데이터 증강</translation>
    </message>
    <message>
        <source>Each step sees the training pictures a little otherwise - moved, turned, cut, mirrored, grainy - so that the net cannot learn them by heart. What is measured is measured on rows as they are.</source>
        <translation>단계마다 훈련 그림이 조금씩 달라집니다(이동, 회전, 자르기, 반전, 잡음). 그래서 신경망이 그림을 외울 수 없습니다. 측정은 언제나 원래 그대로의 행으로 합니다.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>{settings}; lanes differ in it</source>
        <translation>{settings}; 레인마다 다름</translation>
    </message>
</context>
<context>
    <name>BatchNormDetails</name>
    <message>
        <source>It learns a scale and a shift for each unit: {count} parameters.</source>
        <translation>유닛마다 크기와 이동을 하나씩 학습합니다: 매개변수 {count}개.</translation>
    </message>
</context>
<context>
    <name>BentPanel</name>
    <message>
        <source>Left and right lead from layer to layer.</source>
        <translation>좌우 화살표로 층에서 층으로 옮겨 갑니다.</translation>
    </message>
    <message>
        <source>The plane behind each hidden layer</source>
        <translation>은닉층마다 그 뒤의 평면</translation>
    </message>
    <message>
        <source>The planes are drawn in a moment.</source>
        <translation>평면을 곧 그립니다.</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>아직 행이 없습니다.</translation>
    </message>
    <message>
        <source>This net has no hidden layer that could bend the plane: add one.</source>
        <translation>평면을 구부릴 은닉층이 없습니다. 하나 추가하세요.</translation>
    </message>
    <message>
        <source>This view is for data of two features: choose a spiral, or XOR, as the data source.</source>
        <translation>이 보기는 특징이 둘인 데이터를 위한 것입니다. 데이터로 나선이나 XOR를 고르세요.</translation>
    </message>
    <message>
        <source>its {units} units are the two directions</source>
        <translation>유닛 {units}개가 곧 두 방향</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>층 {number}</translation>
    </message>
    <message>
        <source>of {units} units, the two directions in which rows differ most</source>
        <translation>유닛 {units}개 가운데 행들이 가장 크게 다른 두 방향</translation>
    </message>
    <message>
        <source>the plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>the two features themselves</source>
        <translation>두 특징 그대로</translation>
    </message>
    <message>
        <source>{share} of the spread</source>
        <translation>퍼짐의 {share}</translation>
    </message>
</context>
<context>
    <name>BoundaryPanel</name>
    <message>
        <source>A plane has two directions, so this view needs data of exactly two features: choose a toy, such as Circle or Spiral, in the data panel.</source>
        <translation>평면에는 방향이 둘이므로 이 보기에는 특징이 꼭 두 개인 데이터가 필요합니다. 데이터 패널에서 원이나 나선 같은 예제를 고르세요.</translation>
    </message>
    <message>
        <source>Arrow keys move along the curve of the lane in focus.</source>
        <translation>화살표 키로 선택한 레인의 곡선을 따라 움직입니다.</translation>
    </message>
    <message>
        <source>Curves that the lanes have fitted</source>
        <translation>레인이 맞춘 곡선</translation>
    </message>
    <message>
        <source>Decision regions of the lanes</source>
        <translation>레인들의 결정 영역</translation>
    </message>
    <message>
        <source>Move the pointer or press the arrow keys to read the probabilities at a place.</source>
        <translation>마우스를 옮기거나 화살표 키를 누르면 그 자리의 확률이 보입니다.</translation>
    </message>
    <message>
        <source>Press Play and watch the regions take shape.</source>
        <translation>재생을 누르면 영역이 잡혀 가는 것이 보입니다.</translation>
    </message>
    <message>
        <source>This view shows what is predicted over numbers, and “{column}” holds none: look at Predictions.</source>
        <translation>이 보기는 숫자인 특징에 대한 예측을 보여 줍니다. “{column}”: 숫자가 아닌 열이니 ‘예측’을 보세요.</translation>
    </message>
    <message>
        <source>This view shows what is predicted over one feature or over two: these rows have more, so look at Predictions.</source>
        <translation>이 보기는 특징 하나나 둘에 대한 예측을 보여 줍니다. 이 데이터는 특징이 더 많으니 ‘예측’을 보세요.</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>test R²</source>
        <translation>테스트 R²</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>validation R²</source>
        <translation>검증 R²</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>{score} of step {step}</source>
        <translation>{score}(스텝 {step})</translation>
    </message>
</context>
<context>
    <name>BranchForm</name>
    <message>
        <source>Adds the lane; it trains on with the others. Undo takes it away again.</source>
        <translation>레인을 추가합니다. 다른 레인과 함께 계속 학습하며, 실행 취소로 다시 없앨 수 있습니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>BranchOffers</name>
    <message>
        <source>A lane more that goes on from here with a layer more, which at first hands on what comes in, so that the lane says the same.</source>
        <translation>층을 하나 더해 여기서 이어 가는 레인을 하나 더 만듭니다. 새 층은 처음에 받은 값을 그대로 넘기므로 출력이 같습니다.</translation>
    </message>
    <message>
        <source>A lane more that goes on from here with more units, and at first says the same.</source>
        <translation>유닛을 늘려 여기서 이어 가는 레인을 하나 더 만듭니다. 처음에는 출력이 같습니다.</translation>
    </message>
    <message>
        <source>A lane more that goes on from here without it: what was it good for? The others train on.</source>
        <translation>이 층 없이 여기서 이어 가는 레인을 하나 더 만듭니다. 이 층은 무슨 쓸모가 있었을까요? 다른 레인은 계속 학습합니다.</translation>
    </message>
    <message>
        <source>Add a layer behind layer {layer} in a branch…</source>
        <translation>분기에서 {layer}층 뒤에 층 추가…</translation>
    </message>
    <message>
        <source>Add a layer in a branch, behind</source>
        <translation>분기에서 층 추가(다음 층 뒤에)</translation>
    </message>
    <message>
        <source>Grow in a branch</source>
        <translation>분기에서 넓히기</translation>
    </message>
    <message>
        <source>Grow layer {layer} in a branch…</source>
        <translation>분기에서 {layer}층 넓히기…</translation>
    </message>
    <message>
        <source>Switch layer {layer} off in a branch</source>
        <translation>분기에서 {layer}층 끄기</translation>
    </message>
    <message>
        <source>Switch layers off in a branch</source>
        <translation>분기에서 층 끄기</translation>
    </message>
    <message>
        <source>Switch off in a branch</source>
        <translation>분기에서 끄기</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Add a hidden layer here</source>
        <translation>여기에 은닉층 추가</translation>
    </message>
    <message>
        <source>Each hidden layer bends the plane once more: deeper nets can say more. Key: Insert</source>
        <translation>은닉층마다 평면을 한 번 더 구부립니다. 깊을수록 더 많은 것을 나타낼 수 있습니다. 키: Insert</translation>
    </message>
    <message>
        <source>Fewer units</source>
        <translation>유닛 줄이기</translation>
    </message>
    <message>
        <source>Fewer units force the net to generalize, or fail. Key: −</source>
        <translation>유닛이 적으면 일반화하거나 실패할 수밖에 없습니다. 키: −</translation>
    </message>
    <message>
        <source>More units</source>
        <translation>유닛 늘리기</translation>
    </message>
    <message>
        <source>More units can represent more, and memorize more. Key: +</source>
        <translation>유닛이 많으면 더 많이 나타내지만, 더 많이 외우기도 합니다. 키: +</translation>
    </message>
</context>
<context>
    <name>ButtonRow</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Opens what this narrow line has no room for.</source>
        <translation>이 좁은 줄에 들어가지 않는 단추를 엽니다.</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Of rows answered with 80 %, eight in ten should be right: dots below the line promise too much.</source>
        <translation>80 %로 답한 행은 열에 여덟이 맞아야 합니다. 선 아래의 점은 너무 큰소리친 것입니다.</translation>
    </message>
    <message>
        <source>On average {sure} sure, and right in {right}; calibration error {error}</source>
        <translation>평균 확신 {sure}, 정답 {right}. 보정 오차 {error}</translation>
    </message>
    <message>
        <source>Overconfident: on average {sure} sure, and right in {right}; calibration error {error}</source>
        <translation>과신: 평균 확신 {sure}, 정답 {right}. 보정 오차 {error}</translation>
    </message>
    <message>
        <source>Too modest: on average {sure} sure, and right in {right}; calibration error {error}</source>
        <translation>지나친 겸손: 평균 확신 {sure}, 정답 {right}. 보정 오차 {error}</translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation>확신만큼 정답</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>확신</translation>
    </message>
    <message>
        <source>sure on average</source>
        <translation>평균 확신</translation>
    </message>
    <message>
        <source>{low} to {high} sure</source>
        <translation>확신 {low}–{high}</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>03/04/2024 is the fourth of March.</source>
        <translation>03/04/2024는 3월 4일입니다.</translation>
    </message>
    <message>
        <source>03/04/2024 is the third of April.</source>
        <translation>03/04/2024는 4월 3일입니다.</translation>
    </message>
    <message>
        <source>1797 handwritten digits of 8 by 8 pixels, which come with the program.</source>
        <translation>프로그램에 들어 있는 8×8 픽셀 손글씨 숫자 1797개입니다.</translation>
    </message>
    <message>
        <source>70 000 handwritten digits of 28 by 28 pixels; downloaded once, 12 MB.</source>
        <translation>28×28 픽셀 손글씨 숫자 70 000개. 한 번만 내려받습니다 (12 MB).</translation>
    </message>
    <message>
        <source>70 000 pictures of clothes of 28 by 28 pixels, harder than digits; downloaded once, 30 MB.</source>
        <translation>28×28 픽셀 옷 사진 70 000장. 숫자보다 어렵고, 한 번만 내려받습니다 (30 MB).</translation>
    </message>
    <message>
        <source>A cloud a class, which straight lines part: even a net without hidden layers solves it.</source>
        <translation>클래스마다 한 무리이며 직선으로 나뉩니다. 은닉층이 없어도 풉니다.</translation>
    </message>
    <message>
        <source>A nonlinearity applied to every unit; without one, layers add nothing.</source>
        <translation>모든 유닛에 적용하는 비선형 함수입니다. 없으면 층을 쌓아도 소용이 없습니다.</translation>
    </message>
    <message>
        <source>A rolling ball: steps in a lasting direction add up, zigzags cancel.</source>
        <translation>구르는 공처럼 한결같은 방향은 빨라지고 지그재그는 상쇄됩니다.</translation>
    </message>
    <message>
        <source>A slope over the plane: a net without hidden layers is enough.</source>
        <translation>평면 위의 비탈입니다. 은닉층 없는 신경망으로 충분합니다.</translation>
    </message>
    <message>
        <source>A smooth ReLU that weighs each value by how likely it is large; used in transformers.</source>
        <translation>값이 클 확률로 가중한 매끄러운 ReLU입니다. 트랜스포머에서 씁니다.</translation>
    </message>
    <message>
        <source>A target with a class a ring: regions that lie around each other, however the plane is cut.</source>
        <translation>고리마다 클래스 하나인 과녁입니다. 평면을 어떻게 잘라도 영역이 서로를 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam with Nesterov's look ahead.</source>
        <translation>Adam에 네스테로프의 앞 내다보기를 더한 것입니다.</translation>
    </message>
    <message>
        <source>Adam with weight decay kept apart from the gradient, so that it acts on all weights alike.</source>
        <translation>가중치 감소를 기울기와 분리하여 모든 가중치에 똑같이 적용하는 Adam입니다.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>전체 데이터</translation>
    </message>
    <message>
        <source>All weights alike, so all units learn the same thing: shows why chance is needed.</source>
        <translation>가중치가 모두 같아 모든 유닛이 같은 것을 배웁니다. 무작위가 왜 필요한지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Arms wound around each other, one a class: needs several layers, or many units.</source>
        <translation>클래스마다 팔 하나가 서로 감겨 있습니다. 여러 층이나 많은 유닛이 필요합니다.</translation>
    </message>
    <message>
        <source>Average pool</source>
        <translation>평균 풀링</translation>
    </message>
    <message>
        <source>Bands along a sine, a function that the border has to follow: each bend costs the net some units.</source>
        <translation>사인 곡선을 따르는 띠입니다. 경계가 이 함수를 따라가야 하며, 굽이마다 유닛이 몇 개씩 듭니다.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>무리</translation>
    </message>
    <message>
        <source>Brings every row to mean 0 and variance 1 over its units, so that no row depends on the rest of its batch.</source>
        <translation>각 행을 그 유닛들에 걸쳐 평균 0, 분산 1로 만듭니다. 그래서 어느 행도 배치의 나머지에 좌우되지 않습니다.</translation>
    </message>
    <message>
        <source>Brings every unit to mean 0 and variance 1 over the batch, so that deep nets learn whatever their start.</source>
        <translation>배치에서 유닛마다 평균 0, 분산 1로 맞춥니다. 초기화가 어떻든 깊은 신경망이 학습합니다.</translation>
    </message>
    <message>
        <source>By the maximum</source>
        <translation>최댓값으로</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>체커판</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Clouds of different sizes at places that chance picks: each class is told from all the others at once.</source>
        <translation>우연히 정해진 자리에 놓인 크기가 다른 무리들입니다. 클래스마다 나머지 모두와 한꺼번에 구별됩니다.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>일 먼저</translation>
    </message>
    <message>
        <source>Days as numbers, counted from 1970.</source>
        <translation>1970년부터 센 날수입니다.</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>완전연결</translation>
    </message>
    <message>
        <source>Digits 8 × 8</source>
        <translation>숫자 8 × 8</translation>
    </message>
    <message>
        <source>Directions at right angles to each other: a linear layer only turns the signal, never shrinks it.</source>
        <translation>서로 직교하는 방향입니다. 선형 층은 신호를 돌리기만 하고 줄이지 않습니다.</translation>
    </message>
    <message>
        <source>Divides each step by the recent size of its gradient, so all weights move alike.</source>
        <translation>스텝을 최근 기울기의 크기로 나누어 모든 가중치가 비슷하게 움직입니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Each batch is drawn anew from all rows; one may come twice or not at all.</source>
        <translation>배치마다 전체에서 새로 뽑습니다. 같은 데이터가 두 번 나오거나 안 나올 수 있습니다.</translation>
    </message>
    <message>
        <source>Each feature gets a mean of 0 and a standard deviation of 1.</source>
        <translation>특징마다 평균 0, 표준편차 1로 맞춥니다.</translation>
    </message>
    <message>
        <source>Each feature goes from 0, its least value, to 1, its largest.</source>
        <translation>각 특징의 가장 작은 값이 0, 가장 큰 값이 1이 됩니다.</translation>
    </message>
    <message>
        <source>Every step looks at all training rows: the true slope, slowly and without noise.</source>
        <translation>스텝마다 훈련 데이터를 모두 봅니다. 느리지만 잡음 없는 진짜 기울기입니다.</translation>
    </message>
    <message>
        <source>Every unit sees every value of the layer before: y = x W + b.</source>
        <translation>모든 유닛이 앞 층의 모든 값을 봅니다: y = x W + b.</translation>
    </message>
    <message>
        <source>Every weight between -1 and 1, however many inputs there are: deep nets blow up and stop learning.</source>
        <translation>입력 수와 상관없이 가중치를 -1과 1 사이에서 뽑습니다. 깊은 신경망은 값이 폭발해 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>지수 감소</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>Features are divided by the largest value of the training rows.</source>
        <translation>특징을 훈련 행에서 가장 큰 값으로 나눕니다.</translation>
    </message>
    <message>
        <source>Features are used as they are; large ones drown small ones.</source>
        <translation>특징을 그대로 씁니다. 큰 특징이 작은 특징을 덮습니다.</translation>
    </message>
    <message>
        <source>Filters stay inside the picture, so maps are a little smaller than what they come from.</source>
        <translation>필터가 그림 안에만 머물러, 지도가 원래보다 조금 작아집니다.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>펼치기</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>0에서 1까지</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gauss</source>
        <translation>가우스</translation>
    </message>
    <message>
        <source>Global pool</source>
        <translation>전체 평균 풀링</translation>
    </message>
    <message>
        <source>Grow in training</source>
        <translation>훈련 때 확대</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 정규</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 균등</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>언덕</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>후버</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Inverted dropout: training divides by 1 - rate, so testing needs no change.</source>
        <translation>역 드롭아웃: 훈련 때 1 - 비율로 나누므로 테스트 때는 바꿀 것이 없습니다.</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window: whether something was found, not exactly where.</source>
        <translation>창마다 가장 큰 수만 남깁니다. 정확히 어디인지가 아니라 찾았는지를 남깁니다.</translation>
    </message>
    <message>
        <source>Keeps the mean of each window: a smaller picture, softly drawn.</source>
        <translation>창마다 평균만 남깁니다. 부드럽게 그린 더 작은 그림이 됩니다.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>레이어 정규화</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 정규</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Like ReLU, but bends smoothly down to -1, which keeps the mean of a layer near zero.</source>
        <translation>ReLU와 같지만 -1까지 매끄럽게 내려가 층의 평균을 0 가까이 유지합니다.</translation>
    </message>
    <message>
        <source>Like ReLU, but lets a tenth of the negative part through, so no unit dies.</source>
        <translation>ReLU와 같지만 음수를 10분의 1만큼 통과시켜 죽는 유닛이 없습니다.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Makes one number of each map, its mean: how much of something there is in the whole picture.</source>
        <translation>지도마다 평균 하나로 만듭니다. 그림 전체에 그것이 얼마나 있는지입니다.</translation>
    </message>
    <message>
        <source>Max pool</source>
        <translation>최댓값 풀링</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Minus the logarithm of the probability given to the right class: confident mistakes cost most.</source>
        <translation>정답 클래스에 준 확률의 로그에 음수를 붙인 값입니다. 확신에 찬 오답일수록 손실이 큽니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Momentum and RMSprop together, corrected for their start: the usual first choice.</source>
        <translation>모멘텀과 RMSprop을 합치고 초반을 보정합니다. 보통 가장 먼저 고르는 방법입니다.</translation>
    </message>
    <message>
        <source>Momentum that looks ahead: the slope is taken where the ball is going to be.</source>
        <translation>앞을 내다보는 모멘텀: 공이 갈 곳에서 기울기를 구합니다.</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>월 먼저</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>가장 흔한 값</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>Naive (±1)</source>
        <translation>단순 (±1)</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>No nonlinearity at all: the layers around it are no more than one linear layer.</source>
        <translation>비선형성이 없습니다. 앞뒤 층을 합쳐도 선형 층 하나와 같습니다.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Numbers along a straight line: with noise, a net without hidden layers finds what least squares finds.</source>
        <translation>직선을 따르는 수입니다. 잡음이 있어도 은닉층 없는 신경망은 최소제곱법과 같은 답을 찾습니다.</translation>
    </message>
    <message>
        <source>Numbers along a wave: count the units that its bends cost, and see what happens beyond the last row.</source>
        <translation>물결을 따르는 수입니다. 굽이마다 유닛이 몇 개 드는지 세어 보고, 마지막 데이터 너머에서 어떻게 되는지 보세요.</translation>
    </message>
    <message>
        <source>Numbers that jump from one level to another: a smooth net needs large weights to follow, which L2 holds small.</source>
        <translation>한 높이에서 다른 높이로 뛰는 수입니다. 매끄러운 신경망이 따라가려면 큰 가중치가 필요한데, L2가 이를 작게 붙듭니다.</translation>
    </message>
    <message>
        <source>On plateau</source>
        <translation>정체 시 감소</translation>
    </message>
    <message>
        <source>One and a half is written 1,5, as in much of Europe.</source>
        <translation>하나 반을 유럽 여러 나라처럼 1,5로 씁니다.</translation>
    </message>
    <message>
        <source>One and a half is written 1.5.</source>
        <translation>하나 반을 1.5로 씁니다.</translation>
    </message>
    <message>
        <source>One class inside the other: no straight line parts them.</source>
        <translation>한 클래스가 다른 클래스를 둘러쌉니다. 직선으로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>One of several words: a feature of 0 and 1 for each (one-hot).</source>
        <translation>여러 낱말 중 하나입니다. 낱말마다 0과 1인 특징이 됩니다(원-핫).</translation>
    </message>
    <message>
        <source>One of two words: a single feature of 0 and 1.</source>
        <translation>두 낱말 중 하나입니다. 0과 1인 특징 하나가 됩니다.</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>직교</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>직접 그린 점</translation>
    </message>
    <message>
        <source>Passes what is positive and cuts off the rest: cheap, and its gradient does not fade.</source>
        <translation>양수만 통과시키고 나머지는 0으로 만듭니다. 계산이 싸고 기울기가 사라지지 않습니다.</translation>
    </message>
    <message>
        <source>Plain stochastic gradient descent: a step straight down the slope of the batch.</source>
        <translation>기본 확률적 경사 하강법: 배치의 기울기를 따라 곧장 내려갑니다.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>마침표</translation>
    </message>
    <message>
        <source>Points of up to five classes, or with numbers, that you paint yourself while the network learns them.</source>
        <translation>신경망이 배우는 동안 직접 그리는 점입니다. 클래스는 다섯 개까지, 또는 수를 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Quantities: more is more. One feature.</source>
        <translation>클수록 많은 양입니다. 특징 하나가 됩니다.</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>RMSprop that also finds the size of its steps from the steps before.</source>
        <translation>이전 스텝들로부터 스텝의 크기까지 스스로 정하는 RMSprop입니다.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>고리</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>행 빼놓기</translation>
    </message>
    <message>
        <source>Rows without a value are neither trained on nor tested.</source>
        <translation>값이 없는 행은 훈련에도 테스트에도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Shrink in testing</source>
        <translation>테스트 때 축소</translation>
    </message>
    <message>
        <source>Shuffled epochs</source>
        <translation>섞어서 에폭마다</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Sixteen squares in turn: many separate regions of one class, for which few units do not suffice.</source>
        <translation>번갈아 놓인 열여섯 칸입니다. 한 클래스의 영역이 여러 곳에 흩어져 있어 적은 유닛으로는 모자랍니다.</translation>
    </message>
    <message>
        <source>Small filters go over the picture, each looking for the same thing everywhere with the same few weights.</source>
        <translation>작은 필터가 그림 위를 옮겨 다니며, 몇 안 되는 같은 가중치로 어디서나 같은 것을 찾습니다.</translation>
    </message>
    <message>
        <source>Smaller steps for weights that have moved much already; in the end they all stop.</source>
        <translation>많이 움직인 가중치일수록 스텝이 작아지고, 끝내 모두 멈춥니다.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>Squared error for small mistakes, plain distance for large ones: a few wild rows cannot pull it far.</source>
        <translation>작은 오차는 제곱으로, 큰 오차는 거리 그대로 셉니다. 동떨어진 몇 행에 크게 끌려가지 않습니다.</translation>
    </message>
    <message>
        <source>Squeezes everything between -1 and 1, around zero; far out its gradient vanishes.</source>
        <translation>모든 값을 -1과 1 사이로 누릅니다. 0에서 멀어지면 기울기가 사라집니다.</translation>
    </message>
    <message>
        <source>Squeezes everything between 0 and 1; far from zero its gradient vanishes.</source>
        <translation>모든 값을 0과 1 사이로 누릅니다. 0에서 멀어지면 기울기가 사라집니다.</translation>
    </message>
    <message>
        <source>Standardized</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>Steps down</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>Switches units off at random in training, so that none can rely on another.</source>
        <translation>훈련 중에 유닛을 무작위로 꺼서 서로 의존하지 못하게 합니다.</translation>
    </message>
    <message>
        <source>Takes all maps as so many numbers in a row, as dense layers do by themselves: where they lay is forgotten.</source>
        <translation>모든 지도를 한 줄의 수로 봅니다. 밀집층은 스스로 그렇게 하며, 어디에 있었는지는 잊습니다.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>The class is whether two signs agree: the smallest problem that needs a hidden layer.</source>
        <translation>두 값의 부호가 같은지가 클래스입니다. 은닉층이 필요한 가장 작은 문제입니다.</translation>
    </message>
    <message>
        <source>The commonest value of the training rows stands in, and a feature says where it was missing.</source>
        <translation>훈련 행에서 가장 흔한 값으로 채우고, 어디가 비어 있었는지는 특징 하나가 알려 줍니다.</translation>
    </message>
    <message>
        <source>The label is a quantity (regression): the network says how much.</source>
        <translation>라벨이 양입니다(회귀). 신경망은 얼마인지 말합니다.</translation>
    </message>
    <message>
        <source>The label is one of a few: the network says how likely each is.</source>
        <translation>라벨이 몇 가지 중 하나입니다. 신경망은 각각의 가능성을 말합니다.</translation>
    </message>
    <message>
        <source>The learning rate drops by a factor every so many steps, like a staircase.</source>
        <translation>정해진 스텝마다 학습률이 계단처럼 일정 배율로 내려갑니다.</translation>
    </message>
    <message>
        <source>The learning rate drops when a lane's loss on the validation or test rows no longer falls.</source>
        <translation>레인의 검증 또는 테스트 손실이 더 줄지 않으면 학습률을 낮춥니다.</translation>
    </message>
    <message>
        <source>The learning rate fades smoothly: quick progress first, fine tuning later.</source>
        <translation>학습률이 매끄럽게 줄어듭니다. 처음에는 빠르게 나아가고 나중에는 세밀하게 다듬습니다.</translation>
    </message>
    <message>
        <source>The learning rate glides down along half a cosine: slowly, then fast, then slowly again.</source>
        <translation>학습률이 코사인 반주기를 따라 내려갑니다: 천천히, 빠르게, 다시 천천히.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>학습률이 그대로입니다.</translation>
    </message>
    <message>
        <source>The mean of the training rows stands in, and a feature says where a value was missing.</source>
        <translation>훈련 행의 평균으로 채우고, 어디가 비어 있었는지는 특징 하나가 알려 줍니다.</translation>
    </message>
    <message>
        <source>The mean squared distance from the right answer: gentle with mistakes, so it learns slowly.</source>
        <translation>정답과의 거리를 제곱한 평균입니다. 오답에 너그러워 학습이 느립니다.</translation>
    </message>
    <message>
        <source>The network is given this column.</source>
        <translation>신경망이 이 열을 입력으로 받습니다.</translation>
    </message>
    <message>
        <source>The network never sees this column.</source>
        <translation>신경망이 이 열을 전혀 보지 않습니다.</translation>
    </message>
    <message>
        <source>The original form: units are off in training; testing multiplies by 1 - rate.</source>
        <translation>원래의 드롭아웃: 훈련 때 유닛을 끄고, 테스트 때 1 - 비율을 곱합니다.</translation>
    </message>
    <message>
        <source>The rows are mixed and dealt out, so that each is seen once an epoch.</source>
        <translation>데이터를 섞어 나누어 주므로 에폭마다 한 번씩 봅니다.</translation>
    </message>
    <message>
        <source>The scale of He, drawn from a bell curve instead of a box.</source>
        <translation>He와 같은 크기를 균등분포 대신 정규분포에서 뽑습니다.</translation>
    </message>
    <message>
        <source>The scale of Xavier, drawn from a bell curve instead of a box.</source>
        <translation>Xavier와 같은 크기를 균등분포 대신 정규분포에서 뽑습니다.</translation>
    </message>
    <message>
        <source>Three hills and three hollows on a plain: each has to be found, and the plain between stays flat.</source>
        <translation>들판 위의 언덕 셋과 웅덩이 셋입니다. 하나씩 찾아야 하며, 사이의 들판은 평평하게 남습니다.</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other: the border between them bends twice.</source>
        <translation>서로 맞물린 두 반달입니다. 둘 사이의 경계가 두 번 휩니다.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>안쪽만</translation>
    </message>
    <message>
        <source>Variance of one over the number of inputs: keeps the signal's size where nothing is cut off.</source>
        <translation>분산이 1 / 입력 수입니다. 잘려 나가는 값이 없을 때 신호의 크기를 유지합니다.</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>물결</translation>
    </message>
    <message>
        <source>Weights scaled by inputs plus outputs, so that a tanh or sigmoid layer keeps the signal's size.</source>
        <translation>입력 수와 출력 수의 합에 맞춘 가중치입니다. tanh나 시그모이드 층이 신호의 크기를 유지합니다.</translation>
    </message>
    <message>
        <source>Weights scaled by inputs with twice the variance, because ReLU switches half of the signal off.</source>
        <translation>입력 수에 맞추되 분산을 두 배로 합니다. ReLU가 신호의 절반을 끄기 때문입니다.</translation>
    </message>
    <message>
        <source>What the network has to say of a row: the class, or the number, to be learned.</source>
        <translation>신경망이 행마다 맞혀야 하는 것, 곧 배울 클래스나 수입니다.</translation>
    </message>
    <message>
        <source>With replacement</source>
        <translation>복원 추출</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 정규</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 균등</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Zeros around</source>
        <translation>둘레에 0</translation>
    </message>
    <message>
        <source>Zeros around the picture keep maps as large as it is, divided by the stride.</source>
        <translation>그림 둘레의 0이 지도를 그림 크기(스트라이드로 나눈)로 유지합니다.</translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>A class with few rows is learned badly: the network earns more by guessing a large one.</source>
        <translation>데이터가 적은 클래스는 잘 배우지 못합니다. 큰 클래스로 찍는 편이 신경망에 더 이득이기 때문입니다.</translation>
    </message>
    <message>
        <source>Class {name}: {count} training rows, {share}</source>
        <translation>클래스 {name}: 훈련 데이터 {count}개, {share}</translation>
    </message>
    <message>
        <source>Training rows of each class</source>
        <translation>클래스별 훈련 데이터 수</translation>
    </message>
    <message>
        <source>Training rows of the first {shown} of {count} classes</source>
        <translation>클래스 {count}개 중 처음 {shown}개의 훈련 데이터 수</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>of these rightly</source>
        <translation>그중 맞은 행</translation>
    </message>
    <message>
        <source>of this class</source>
        <translation>이 클래스의 행</translation>
    </message>
    <message>
        <source>taken for it</source>
        <translation>이 클래스로 본 행</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Remedy: {what}</source>
        <translation>처방: {what}</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>The columns of the table</source>
        <translation>표의 열</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Seeds of a setting as one row</source>
        <translation>한 설정의 시드들을 한 줄로</translation>
    </message>
    <message>
        <source>{column} (no room)</source>
        <translation>{column} (자리 부족)</translation>
    </message>
</context>
<context>
    <name>ColumnSettings</name>
    <message>
        <source>Settings of the layer</source>
        <translation>층의 설정</translation>
    </message>
    <message>
        <source>The output has one unit for each thing that is to be said.</source>
        <translation>출력층에는 답할 것마다 유닛이 하나씩 있습니다.</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>서로 다른 값</translation>
    </message>
    <message>
        <source>How many different values there are.</source>
        <translation>서로 다른 값이 몇 가지인지입니다.</translation>
    </message>
    <message>
        <source>How many rows have no value, and what stands in for it.</source>
        <translation>값이 없는 행이 몇 개인지, 무엇으로 채우는지입니다.</translation>
    </message>
    <message>
        <source>How often values come: from the least to the largest, or the commonest first.</source>
        <translation>값이 얼마나 자주 나오는지입니다. 작은 값부터, 또는 가장 흔한 값부터 그립니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>빠진 값</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What the file calls it.</source>
        <translation>파일에서 부르는 이름입니다.</translation>
    </message>
    <message>
        <source>What the values are; words become a feature of 0 and 1 for each category.</source>
        <translation>값이 무엇인지입니다. 낱말은 범주마다 0과 1인 특징 하나가 됩니다.</translation>
    </message>
    <message>
        <source>Whether the network is given this column, has to answer it, or never sees it.</source>
        <translation>신경망이 이 열을 입력으로 받는지, 맞혀야 하는지, 전혀 보지 않는지를 정합니다.</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>Arrow keys move from column to column.</source>
        <translation>화살표 키로 열을 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Inputs are shuffled one by one, formulas among them, for a formula has no value for some shuffled columns: what a column is worth within a formula is told with the formula.</source>
        <translation>열을 섞으면 값이 없는 수식이 있어서 수식을 포함한 입력을 하나씩 섞습니다. 수식 안에서 열이 하는 몫은 그 수식에 들어 있습니다.</translation>
    </message>
    <message>
        <source>No single pixel matters much: this view is for the columns of a table.</source>
        <translation>픽셀 하나는 별로 중요하지 않습니다. 이 보기는 표의 열을 위한 것입니다.</translation>
    </message>
    <message>
        <source>Points of accuracy lost when one column is shuffled; with all of them it is {score}.</source>
        <translation>한 열을 뒤섞었을 때 잃는 정확도(포인트). 모두 있을 때는 {score}입니다.</translation>
    </message>
    <message>
        <source>Press Play and see which columns the lane relies on.</source>
        <translation>재생을 누르고 레인이 어떤 열에 기대는지 보세요.</translation>
    </message>
    <message>
        <source>R² lost when one column is shuffled; with all of them it is {score}.</source>
        <translation>한 열을 뒤섞었을 때 잃는 R². 모두 있을 때는 {score}입니다.</translation>
    </message>
    <message>
        <source>This view is for at most {most} columns: of more, it shuffles none.</source>
        <translation>이 보기는 열이 {most}개 이하일 때만 쓸 수 있습니다. 그보다 많으면 아무 열도 섞지 않습니다.</translation>
    </message>
    <message>
        <source>What is lost without each column</source>
        <translation>각 열 없이 잃는 것</translation>
    </message>
    <message>
        <source>Without {column}: {score}, which is {lost} less</source>
        <translation>{column} 없이: {score}, 그만큼 {lost} 적음</translation>
    </message>
    <message>
        <source>{lane} has diverged: its outputs are no numbers, so it relies on nothing.</source>
        <translation>{lane}: 발산했습니다. 출력이 숫자가 아니어서 아무것에도 기대지 않습니다.</translation>
    </message>
    <message>
        <source>{lane} · {rows} test rows</source>
        <translation>{lane} · 테스트 데이터 {rows}개</translation>
    </message>
    <message>
        <source>{lane} · {rows} validation rows</source>
        <translation>{lane} · 검증 데이터 {rows}개</translation>
    </message>
</context>
<context>
    <name>ComingStep</name>
    <message>
        <source>Adam's averages, with β₁ = {beta1} and β₂ = {beta2}: m = β₁ × {m} + (1 − β₁) × {g} = {m_later}, s = β₂ × {s} + (1 − β₂) × ({g})² = {s_later}. Their start at zero made good in step {step}: m̂ = m / (1 − β₁^{step}) = {mean}, √ŝ = {root}. w − η·m̂/(√ŝ + ε) = {w} − {lr} × {mean} / {root} = {new}.</source>
        <translation>Adam의 평균(β₁ = {beta1}, β₂ = {beta2}): m = β₁ × {m} + (1 − β₁) × {g} = {m_later}, s = β₂ × {s} + (1 − β₂) × ({g})² = {s_later}. 0에서 시작한 몫을 스텝 {step}에서 바로잡으면 m̂ = m / (1 − β₁^{step}) = {mean}, √ŝ = {root}. w − η·m̂/(√ŝ + ε) = {w} − {lr} × {mean} / {root} = {new}.</translation>
    </message>
    <message>
        <source>All that {target} has fed sends its δ back through the weights: Σ w·δ = {back}. Times the slope of what comes after z, {slope}: δ = {delta}.</source>
        <translation>{target} 값을 받은 유닛들이 가중치를 거쳐 δ를 돌려보냅니다: Σ w·δ = {back}. z 다음에 오는 것의 경사 {slope} 를 곱하면 δ = {delta}.</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>In this row x·δ = {x} × {delta} = {product}; summed over all {rows} rows: {data}.</source>
        <translation>이 행에서 x·δ = {x} × {delta} = {product}. 행 {rows}개를 모두 더하면 {data}.</translation>
    </message>
    <message>
        <source>L1 pulls by {pull}.</source>
        <translation>L1이 당기는 힘: {pull}.</translation>
    </message>
    <message>
        <source>L2 pulls by λ·w = {l2} × {w} = {pull}.</source>
        <translation>L2가 당기는 힘: λ·w = {l2} × {w} = {pull}.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>SGD: w − η·g = {w} − {lr} × {g} = {new}.</source>
        <translation>SGD: w − η·g = {w} − {lr} × {g} = {new}.</translation>
    </message>
    <message>
        <source>The ball rolls on: v = m·v + g = {m} × {v} + {g} = {later}.</source>
        <translation>공이 계속 구릅니다: v = m·v + g = {m} × {v} + {g} = {later}.</translation>
    </message>
    <message>
        <source>The gradient: g = {g}.</source>
        <translation>기울기: g = {g}.</translation>
    </message>
    <message>
        <source>The layer is frozen: whatever g = {g} asks for, w = {w} stays.</source>
        <translation>동결된 층: g = {g}에 상관없이 w = {w} 그대로입니다.</translation>
    </message>
    <message>
        <source>The loss is the mean over the {rows} rows of the batch, so δ has 1/{rows} in it.</source>
        <translation>손실은 배치의 행 {rows}개에 대한 평균이므로 δ에 1/{rows} 값이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The net says {said}, right is {right} (both standardized). The slope of the squared error there: δ = 2 × ({said} − {right}) / {rows} = {delta}.</source>
        <translation>신경망의 답 {said}, 정답 {right} (둘 다 표준화). 그곳에서 제곱 오차의 경사: δ = 2 × ({said} − {right}) / {rows} = {delta}.</translation>
    </message>
    <message>
        <source>The net says {said}, right is {right} (both standardized): δ = {delta}, the slope of the loss there.</source>
        <translation>신경망의 답 {said}, 정답 {right} (둘 다 표준화): 그곳에서 손실의 경사 δ = {delta}.</translation>
    </message>
    <message>
        <source>The output is where the way back begins: {target} has δ = {delta}.</source>
        <translation>역전파는 출력에서 시작합니다. {target}: δ = {delta}.</translation>
    </message>
    <message>
        <source>The right class is unit {unit} of the output, which softmax gives p = {share}. The slope of the loss there: δ = (p − 1) / {rows} = {delta}, below zero, so it asks for more; the others are asked for less.</source>
        <translation>정답은 출력의 유닛 {unit}이고, 소프트맥스가 준 확률은 p = {share}. 그곳에서 손실의 경사: δ = (p − 1) / {rows} = {delta}. 0보다 작으므로 더 키우라는 뜻이고, 다른 유닛은 줄이라는 뜻입니다.</translation>
    </message>
    <message>
        <source>The right class is unit {unit} of the output. δ, the slope of the loss there, is {delta}: below zero, so it asks for more; the others are asked for less.</source>
        <translation>정답은 출력의 유닛 {unit}. 그곳에서 손실의 경사 δ = {delta}: 0보다 작으므로 더 키우라는 뜻이고, 다른 유닛은 줄이라는 뜻입니다.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>With all {count} inputs and the bias {target} says z = {z}.</source>
        <translation>입력 {count}개와 편향을 모두 더하면 {target}: z = {z}.</translation>
    </message>
    <message>
        <source>With all {count} inputs and the bias: z = {z}; after {layers} {target} says {y}.</source>
        <translation>입력 {count}개와 편향을 모두 더하면 z = {z}. {layers}(을)를 지나면 {target}: {y}.</translation>
    </message>
    <message>
        <source>With all {count} inputs {target} says z = {z}.</source>
        <translation>입력 {count}개를 모두 더하면 {target}: z = {z}.</translation>
    </message>
    <message>
        <source>With all {count} inputs: z = {z}; after {layers} {target} says {y}.</source>
        <translation>입력 {count}개를 모두 더하면 z = {z}. {layers}(을)를 지나면 {target}: {y}.</translation>
    </message>
    <message>
        <source>w − η·(g + m·v) = {w} − {lr} × ({g} + {m} × {later}) = {new}.</source>
        <translation>w − η·(g + m·v) = {w} − {lr} × ({g} + {m} × {later}) = {new}.</translation>
    </message>
    <message>
        <source>w − η·v = {w} − {lr} × {later} = {new}.</source>
        <translation>w − η·v = {w} − {lr} × {later} = {new}.</translation>
    </message>
    <message>
        <source>{optimizer} makes of g = {g} a step of {step}: {w} becomes {new}.</source>
        <translation>{optimizer}: g = {g} 에서 {step} 만큼 움직여 {w} → {new}.</translation>
    </message>
    <message>
        <source>{source} says x = {x}. Times the weight: x·w = {x} × {w} = {product}.</source>
        <translation>{source}: x = {x}. 가중치를 곱하면 x·w = {x} × {w} = {product}.</translation>
    </message>
    <message>
        <source>{target} is switched off in this lane: whatever it sums, it hands on 0.</source>
        <translation>이 레인에서 꺼짐({target}): 무엇을 더하든 0을 넘겨줍니다.</translation>
    </message>
</context>
<context>
    <name>Comparisons</name>
    <message>
        <source>25 lanes, five penalties by five dropout rates, as a live map: where do the two remedies meet?</source>
        <translation>규제 다섯 × 드롭아웃 비율 다섯, 레인 25개의 실시간 지도: 두 처방은 어디에서 만날까요?</translation>
    </message>
    <message>
        <source>A learning curve: lanes that learn from a sixteenth of the rows up to all of them. Would more data help?</source>
        <translation>학습 곡선: 데이터의 16분의 1부터 전부까지로 학습하는 레인들입니다. 데이터가 더 있으면 나아질까요?</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>데이터 증강</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>교차 검증</translation>
    </message>
    <message>
        <source>Depths</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Each lane five times, and each time another fifth of the rows validates: how much was luck of the split?</source>
        <translation>레인마다 다섯 번, 매번 행의 다른 5분의 1로 검증합니다. 나누는 운이 얼마나 작용했을까요?</translation>
    </message>
    <message>
        <source>Each lane five times, with other random draws: is a difference real, or is it luck?</source>
        <translation>레인마다 난수를 바꿔 다섯 번: 차이가 진짜일까요, 운일까요?</translation>
    </message>
    <message>
        <source>Five lanes with other nonlinearities, one of which has none: then all layers are no more than a single one.</source>
        <translation>비선형 함수가 다른 레인 다섯. 하나에는 비선형이 없는데, 그러면 층이 여럿이어도 한 층과 같습니다.</translation>
    </message>
    <message>
        <source>Four lanes from no L2 penalty to too much: see the gap between train and test accuracy close.</source>
        <translation>L2 규제가 없는 것부터 지나친 것까지 레인 넷: 훈련 정확도와 테스트 정확도의 차이가 줄어듭니다.</translation>
    </message>
    <message>
        <source>Four lanes from no dropout to too much: see where memorizing stops and learning stops too.</source>
        <translation>드롭아웃이 없는 것부터 지나친 것까지 레인 넷: 어디서 외우기가 멈추고, 어디서 학습도 멈추는지 봅니다.</translation>
    </message>
    <message>
        <source>Four lanes that make their steps in different ways, each with a learning rate that is usual for it: who gets down fastest?</source>
        <translation>걸음을 떼는 방식이 다른 레인 넷. 학습률은 저마다 흔히 쓰는 값입니다. 누가 가장 빨리 내려갈까요?</translation>
    </message>
    <message>
        <source>Initializations</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation>L2 λ</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>레이블 잡음</translation>
    </message>
    <message>
        <source>Lanes from a few rows a step to all of them: small batches are noisy and cheap, large ones smooth and dear. Over rows seen, they are compared fairly.</source>
        <translation>한 스텝에 데이터 몇 개부터 전부까지 보는 레인들: 작은 배치는 거칠고 값싸며, 큰 배치는 매끄럽고 비쌉니다. 본 데이터 수를 축으로 하면 공평하게 비교됩니다.</translation>
    </message>
    <message>
        <source>Lanes from a tenth of the learning rate to ten times as much: too small crawls, too large never settles.</source>
        <translation>학습률이 10분의 1부터 10배까지인 레인들: 너무 작으면 기어가고, 너무 크면 자리를 잡지 못합니다.</translation>
    </message>
    <message>
        <source>Lanes in which more and more training labels are wrong, or numbers noisy: a network that fits them all has learned by heart.</source>
        <translation>훈련 레이블이 점점 더 많이 틀리거나 숫자에 잡음이 커지는 레인들: 모두 맞히는 신경망은 외운 것입니다.</translation>
    </message>
    <message>
        <source>Lanes that learn from pictures as they are, moved, turned, and both: which reads new ones better?</source>
        <translation>그림을 그대로, 옮겨서, 돌려서, 그리고 둘 다 하여 학습하는 레인들: 어느 쪽이 새 그림을 더 잘 읽을까요?</translation>
    </message>
    <message>
        <source>Lanes with from an eighth of the hidden units to twice as many: how many does the task need?</source>
        <translation>은닉 유닛이 8분의 1부터 두 배까지인 레인들: 이 과제에는 몇 개가 필요할까요?</translation>
    </message>
    <message>
        <source>Lanes with no hidden layer, with one, with two and more: what does depth add, and when does it stop learning?</source>
        <translation>은닉층이 없는 것, 하나, 둘, 그 이상인 레인들: 깊이는 무엇을 더하고, 언제 학습이 멈출까요?</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Seeds × 5</source>
        <translation>시드 × 5</translation>
    </message>
    <message>
        <source>Three lanes that differ only in how their weights start: naive, Xavier and He. Which ones learn?</source>
        <translation>가중치 초기화만 다른 레인 셋: 단순, Xavier, He. 어느 것이 학습할까요?</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Two lanes, with and without batch normalization behind each hidden layer: does it keep signals in size?</source>
        <translation>은닉층마다 배치 정규화가 있는 레인과 없는 레인: 신호의 크기가 유지될까요?</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>λ × dropout</source>
        <translation>λ × 드롭아웃</translation>
    </message>
</context>
<context>
    <name>Conv2dRow</name>
    <message>
        <source>{count} filters; each one sees a window of {side}×{side} pixels at a time.</source>
        <translation>필터 {count}개. 저마다 한 번에 {side}×{side} 픽셀의 창을 봅니다.</translation>
    </message>
</context>
<context>
    <name>CurveHeader</name>
    <message>
        <source>A logarithmic axis shows small and huge losses at once</source>
        <translation>로그 축은 작은 손실과 큰 손실을 한눈에 보여 줍니다</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>띠</translation>
    </message>
    <message>
        <source>Lanes that differ only in their seed become one line, their mean, in a band as wide as they spread</source>
        <translation>시드만 다른 레인들을 평균선 하나와, 흩어진 만큼의 띠로 묶어 보여 줍니다</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Show the whole run again</source>
        <translation>실행 전체를 다시 봅니다</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>best step</source>
        <translation>최고 스텝</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>validation rows</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>CurveOptions</name>
    <message>
        <source>How wrong the answers are, without the penalty: the mean data loss</source>
        <translation>답이 얼마나 틀렸는지, 규제를 뺀 값: 데이터 손실의 평균</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Loss + penalty</source>
        <translation>손실 + 규제</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Their sum, which training makes small</source>
        <translation>둘의 합: 학습이 작게 만드는 값</translation>
    </message>
    <message>
        <source>What the L1 and L2 penalties cost</source>
        <translation>L1과 L2 규제의 크기</translation>
    </message>
</context>
<context>
    <name>CurveOptionsButton</name>
    <message>
        <source>A little</source>
        <translation>조금</translation>
    </message>
    <message>
        <source>Averages neighbouring points; the curves as they are stay behind, faintly</source>
        <translation>이웃한 점들을 평균합니다. 원래 곡선은 뒤에 옅게 남습니다</translation>
    </message>
    <message>
        <source>Best test step</source>
        <translation>테스트 최고 스텝</translation>
    </message>
    <message>
        <source>Best validation step</source>
        <translation>검증 최고 스텝</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Keeps the curves as they are now in view, grey, wherever the same data are learned</source>
        <translation>지금의 곡선을 회색으로 남겨, 같은 데이터를 배우는 동안 견주어 봅니다</translation>
    </message>
    <message>
        <source>Keeps the last {count} runs before a restart in view, grey, with what has changed since and what they had come to; Undo brings the run itself back</source>
        <translation>다시 시작하기 전의 마지막 실행 {count}개를 회색으로 남겨 두고, 그 뒤 무엇이 바뀌었고 어디까지 갔는지 알려 줍니다. 실행 취소하면 그 실행 자체가 돌아옵니다</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>많이</translation>
    </message>
    <message>
        <source>None</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Pin this run</source>
        <translation>이번 실행 고정</translation>
    </message>
    <message>
        <source>Rings each lane's best value measured on the test rows; with early stopping, the best loss it saw</source>
        <translation>각 레인이 테스트 행에서 잰 가장 좋은 값에 고리를 그립니다. 조기 종료를 쓰면 그것이 본 가장 낮은 손실에 그립니다</translation>
    </message>
    <message>
        <source>Rings each lane's best value measured on the validation rows; with early stopping, the best loss it saw</source>
        <translation>각 레인이 검증 데이터에서 잰 가장 좋은 값에 고리를 그립니다. 조기 종료를 쓰면 그것이 본 가장 낮은 손실에 그립니다</translation>
    </message>
    <message>
        <source>Runs before</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Shades what lies between the training and the test rows: what was memorized only</source>
        <translation>훈련과 테스트 사이를 칠합니다. 외우기만 한 만큼입니다</translation>
    </message>
    <message>
        <source>Shades what lies between the training and the validation rows: what was memorized only</source>
        <translation>훈련과 검증 사이를 칠합니다. 외우기만 한 만큼입니다</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>매끄럽게</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Takes the pinned curves away again</source>
        <translation>고정한 곡선을 다시 치웁니다</translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation>시간 축</translation>
    </message>
    <message>
        <source>Unpin all runs</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>곡선에 보일 것</translation>
    </message>
    <message>
        <source>What the curves show: parts of the loss, smoothing, the time axis, the best, the gap, other runs</source>
        <translation>곡선에 보이는 것: 손실의 부분, 평활, 시간 축, 최고, 차이, 다른 실행</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>before</source>
        <translation>직전</translation>
    </message>
    <message>
        <source>before {number}</source>
        <translation>이전 {number}</translation>
    </message>
    <message>
        <source>over steps: seconds are not known of this run</source>
        <translation>스텝 기준: 이 실행은 걸린 시간을 모릅니다</translation>
    </message>
    <message>
        <source>pale: test rows of the other lanes</source>
        <translation>옅은 선: 다른 레인의 테스트</translation>
    </message>
    <message>
        <source>pale: validation rows of the other lanes</source>
        <translation>옅은 선: 다른 레인의 검증</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>pinned {number}</source>
        <translation>고정 {number}</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>smoothed; as measured: faint</source>
        <translation>매끄럽게 한 곡선 · 잰 그대로는 흐린 선</translation>
    </message>
    <message>
        <source>{text} · best lane {loss}, {score} at step {step}</source>
        <translation>{text} · {step}스텝에서 가장 좋은 레인 {loss}, {score}</translation>
    </message>
    <message>
        <source>{text} · {loss}, {score} at step {step}</source>
        <translation>{text} · {step}스텝에서 {loss}, {score}</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>How much of the spread of the numbers the net explains: 1 is perfect, 0 is no better than always saying their mean, and below 0 is worse than that.</source>
        <translation>신경망이 숫자의 흩어짐을 얼마나 설명하는지입니다. 1은 완벽하고, 0은 늘 평균을 말하는 것과 같으며, 0보다 작으면 그보다 못합니다.</translation>
    </message>
    <message>
        <source>Loss on the training and the test rows, over the steps</source>
        <translation>스텝에 따른 훈련 손실과 테스트 손실</translation>
    </message>
    <message>
        <source>Loss on the training and the validation rows, over the steps</source>
        <translation>스텝에 따른 훈련 손실과 검증 손실</translation>
    </message>
    <message>
        <source>Press Play and watch the loss fall</source>
        <translation>재생을 누르면 손실이 줄어드는 것이 보입니다</translation>
    </message>
    <message>
        <source>R², the share of the variance that is explained, over the steps</source>
        <translation>스텝에 따른 R²(설명된 분산의 비율)</translation>
    </message>
    <message>
        <source>Share of rows classified right, over the steps</source>
        <translation>스텝에 따른 정확도</translation>
    </message>
    <message>
        <source>The run comes back at step {step} when the rows are read</source>
        <translation>행을 다 읽으면 실행이 돌아옵니다 (스텝 {step})</translation>
    </message>
    <message>
        <source>test set opened</source>
        <translation>테스트 세트 열람</translation>
    </message>
    <message>
        <source>the best, shown again: step {step}</source>
        <translation>다시 보여 주는 최적 가중치: 스텝 {step}</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}</source>
        <translation>{name}: 스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>{name} stopped at step {step}; weights of step {best}</source>
        <translation>{name}: {step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>{name} stopped early at step {step}</source>
        <translation>{name}: 스텝 {step}에서 조기 종료</translation>
    </message>
</context>
<context>
    <name>DataAccount</name>
    <message>
        <source>Changes this setting; undo takes it back.</source>
        <translation>이 설정을 바꿉니다. 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>What was found in the file</source>
        <translation>파일에서 찾은 것</translation>
    </message>
</context>
<context>
    <name>DataForm</name>
    <message>
        <source>Each lane leaves one of {folds} folds of the training rows out to validate.</source>
        <translation>레인마다 훈련 데이터의 폴드 {folds}개 중 하나를 빼어 검증에 씁니다.</translation>
    </message>
    <message>
        <source>Learning to tell “{column}” is a guess: choose another label column above.</source>
        <translation>“{column}” 열을 레이블로 추측했습니다. 위에서 다른 레이블 열을 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>견고하게</translation>
    </message>
    <message>
        <source>Ticked, it takes that loss with it.</source>
        <translation>선택하면 손실도 함께 그것으로 바뀝니다.</translation>
    </message>
    <message>
        <source>Without effect: numbers are learned here, and numbers have no classes.</source>
        <translation>효과 없음: 여기서는 수를 학습하며, 수에는 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>폴드</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>{share} of {all} rows: {rows}</source>
        <translation>전체 {all}개 행의 {share}: {rows}</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>A folder of pictures…</source>
        <translation>그림 폴더…</translation>
    </message>
    <message>
        <source>A table or a file of pictures…</source>
        <translation>표 또는 그림 파일…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Drop the file to learn from it</source>
        <translation>파일을 놓으면 그 데이터로 학습합니다</translation>
    </message>
    <message>
        <source>Learn from your own rows: a table (CSV, Excel, Parquet, ARFF …) with a column to be learned, or pictures.</source>
        <translation>직접 가진 데이터로 학습합니다. 학습할 열이 있는 표(CSV, Excel, Parquet, ARFF …)나 그림을 엽니다.</translation>
    </message>
    <message>
        <source>Open your own data</source>
        <translation>내 데이터 열기</translation>
    </message>
    <message>
        <source>Or drop the file on the window.</source>
        <translation>파일을 창에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>PNG, JPEG and other pictures, in a folder for each class.</source>
        <translation>PNG, JPEG 등의 그림을 클래스마다 폴더 하나에 담은 것입니다.</translation>
    </message>
    <message>
        <source>What was read, column by column: say there what they are for, and it is tried again.</source>
        <translation>읽은 내용을 열마다 보여 줍니다. 거기서 용도를 정하면 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Your data…</source>
        <translation>내 데이터…</translation>
    </message>
    <message>
        <source>{problem} What was chosen before stays.</source>
        <translation>{problem} 이전 선택은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{rows} of {all} rows</source>
        <translation>{all}개 중 {rows}개</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>데이터 {rows}개</translation>
    </message>
    <message>
        <source>{rows}, 1 feature → {target}</source>
        <translation>{rows}, 특징 1개 → {target}</translation>
    </message>
    <message>
        <source>{rows}, 1 feature, {classes} classes</source>
        <translation>{rows}, 특징 1개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows}, {features} features → {target}</source>
        <translation>{rows}, 특징 {features}개 → {target}</translation>
    </message>
    <message>
        <source>{rows}, {features} features, {classes} classes</source>
        <translation>{rows}, 특징 {features}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows}, {features} inputs → {target}</source>
        <translation>{rows}, 입력 {features}개 → {target}</translation>
    </message>
    <message>
        <source>{rows}, {features} inputs, {classes} classes</source>
        <translation>{rows}, 입력 {features}개, 클래스 {classes}개</translation>
    </message>
</context>
<context>
    <name>DataRows</name>
    <message>
        <source>All rows as points: training rows filled, test rows hollow</source>
        <translation>모든 데이터를 점으로: 훈련은 채운 점, 테스트는 빈 점</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Each point is a row: filled ones are trained on, hollow ones are for testing.</source>
        <translation>점 하나가 데이터 하나입니다: 채운 점으로 훈련하고, 빈 점으로 테스트합니다.</translation>
    </message>
    <message>
        <source>Each point is a row: filled ones are trained on, hollow ones are for validation; test rows stay apart.</source>
        <translation>점 하나가 데이터 하나입니다. 채운 점은 훈련, 빈 점은 검증에 쓰며, 테스트 데이터는 따로 둡니다.</translation>
    </message>
    <message>
        <source>Goes on with these points as your own: paint more, or erase some.</source>
        <translation>이 점들을 이어받아 더 그리거나 지웁니다.</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>점 그리기</translation>
    </message>
    <message>
        <source>Rows as points: training rows filled, validation rows hollow</source>
        <translation>점으로 나타낸 데이터: 훈련은 채운 점, 검증은 빈 점</translation>
    </message>
    <message>
        <source>The first training rows</source>
        <translation>처음 몇 개의 훈련 데이터</translation>
    </message>
    <message>
        <source>Training row {row}: labelled {label} by label noise, but it is {truth}</source>
        <translation>훈련 데이터 {row}: 레이블 잡음으로 {label}, 정답은 {truth}</translation>
    </message>
    <message>
        <source>Training row {row}: {label}</source>
        <translation>훈련 데이터 {row}: {label}</translation>
    </message>
</context>
<context>
    <name>DataSheet</name>
    <message>
        <source>A value stands in for each, and a feature says where it was missing.</source>
        <translation>빈 곳마다 값을 채워 넣고, 어디가 비어 있었는지는 특징 하나가 알려 줍니다.</translation>
    </message>
    <message>
        <source>Always {value}</source>
        <translation>항상 {value}</translation>
    </message>
    <message>
        <source>Changes all columns that are selected, as one step of undo.</source>
        <translation>선택한 열을 모두 한 번에 바꿉니다. 실행 취소도 한 번입니다.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Columns of {file}</source>
        <translation>{file}: 열</translation>
    </message>
    <message>
        <source>Every row has a value.</source>
        <translation>모든 행에 값이 있습니다.</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>열 찾기</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>{low}부터 {high}까지</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>파일을 읽는 방법</translation>
    </message>
    <message>
        <source>Learn the number</source>
        <translation>숫자로 학습</translation>
    </message>
    <message>
        <source>No values</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Shift and Ctrl select several.</source>
        <translation>Shift와 Ctrl로 여러 개를 선택합니다.</translation>
    </message>
    <message>
        <source>Shows the columns whose name has these letters.</source>
        <translation>이름에 이 글자가 들어 있는 열만 보여 줍니다.</translation>
    </message>
    <message>
        <source>The commonest first: {names}</source>
        <translation>가장 흔한 것부터: {names}</translation>
    </message>
    <message>
        <source>The commonest first: {names}, and {more} more</source>
        <translation>가장 흔한 것부터: {names} 외 {more}개</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>파일의 처음 행들</translation>
    </message>
    <message>
        <source>Then a guess that is nearly right is better than one that is far off.</source>
        <translation>그러면 정답에 가까운 예측이 멀리 벗어난 예측보다 낫습니다.</translation>
    </message>
    <message>
        <source>These rows are left out.</source>
        <translation>이 행들은 빼놓습니다.</translation>
    </message>
    <message>
        <source>These rows are no table: open one to see it.</source>
        <translation>이 데이터는 표가 아닙니다. 표를 열면 여기에 보입니다.</translation>
    </message>
    <message>
        <source>Without a label there is nothing to learn: these rows are left out.</source>
        <translation>레이블이 없으면 배울 것이 없으므로 이 행들은 빼놓습니다.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>{columns} columns: {features} features, {ignored} ignored; label {label}</source>
        <translation>열 {columns}개: 특징 {features}개, 무시 {ignored}개, 레이블 {label}</translation>
    </message>
    <message>
        <source>{column} is learned as {count} classes: none of them is more or less than another.</source>
        <translation>{column} 열은 클래스 {count}개로 학습합니다. 클래스 사이에는 크고 작음이 없습니다.</translation>
    </message>
    <message>
        <source>{count} selected:</source>
        <translation>선택 {count}개:</translation>
    </message>
    <message>
        <source>{format}: the first rows</source>
        <translation>{format}: 처음 행들</translation>
    </message>
    <message>
        <source>{missing} of {rows} rows have no value.</source>
        <translation>{rows}개 행 중 {missing}개에 값이 없습니다.</translation>
    </message>
    <message>
        <source>{what} of the selected columns</source>
        <translation>선택한 열: {what}</translation>
    </message>
</context>
<context>
    <name>DataSummary</name>
    <message>
        <source>Columns of the table</source>
        <translation>표의 열 보기</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>열…</translation>
    </message>
    <message>
        <source>What each column of your table is for, what it lacks, and how the file is read.</source>
        <translation>표의 열마다 무엇에 쓰이는지, 무엇이 빠졌는지, 파일을 어떻게 읽는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>What is done with the rows of your file before training.</source>
        <translation>학습하기 전에 파일의 행을 어떻게 다루는지입니다.</translation>
    </message>
    <message>
        <source>features not scaled</source>
        <translation>특징 크기 그대로</translation>
    </message>
    <message>
        <source>in the order of the file</source>
        <translation>파일 순서대로</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>mixed, classes alike in each</source>
        <translation>섞음, 클래스 비율 같게</translation>
    </message>
    <message>
        <source>{rows} rows, 1 feature, {classes} classes</source>
        <translation>행 {rows}개, 특징 1개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows} rows, 1 feature, {target} to learn</source>
        <translation>행 {rows}개, 특징 1개, 학습할 값 {target}</translation>
    </message>
    <message>
        <source>{rows} rows, {features} features, {classes} classes</source>
        <translation>행 {rows}개, 특징 {features}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows} rows, {features} features, {target} to learn</source>
        <translation>행 {rows}개, 특징 {features}개, 학습할 값 {target}</translation>
    </message>
    <message>
        <source>{sizes}, {count} left over</source>
        <translation>{sizes}, 남음 {count}</translation>
    </message>
    <message>
        <source>{train} train in {folds} folds, of which each lane leaves one out to validate; {test} test</source>
        <translation>훈련 {train}, 폴드 {folds}개로 나누어 레인마다 하나씩 빼서 검증, 테스트 {test}</translation>
    </message>
    <message>
        <source>{train} train, {test} test</source>
        <translation>훈련 {train}, 테스트 {test}</translation>
    </message>
    <message>
        <source>{train} train, {validation} validate, {test} test</source>
        <translation>훈련 {train}, 검증 {validation}, 테스트 {test}</translation>
    </message>
</context>
<context>
    <name>DeepenForm</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add a layer behind layer {layer} in a branch</source>
        <translation>분기에서 {layer}층 뒤에 층 추가</translation>
    </message>
    <message>
        <source>Add a layer in a branch</source>
        <translation>분기에서 층 추가</translation>
    </message>
    <message>
        <source>Added to the weights of the new layer, as a share of a usual weight.</source>
        <translation>새 층의 가중치에 더합니다. 보통 가중치에 대한 비율입니다.</translation>
    </message>
    <message>
        <source>Exactly the identity: the lane says what it said, and training moves the new layer from there.</source>
        <translation>정확한 항등 함수입니다. 레인의 출력은 그대로이고, 학습이 새 층을 거기서부터 바꾸어 갑니다.</translation>
    </message>
    <message>
        <source>Here it can have no nonlinearity: each would change the values below zero that come out before it.</source>
        <translation>여기서는 비선형 함수를 둘 수 없습니다. 앞에서 나오는 0보다 작은 값을 어느 함수든 바꾸기 때문입니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>비선형 함수</translation>
    </message>
    <message>
        <source>The new layer begins as the identity: the lane goes on saying the same, with one layer more to learn with.</source>
        <translation>새 층은 항등 함수로 시작합니다. 레인의 출력은 그대로이고, 학습할 층이 하나 더 생깁니다.</translation>
    </message>
</context>
<context>
    <name>DenseDetails</name>
    <message>
        <source>How many numbers this layer learns: a weight for each pair, and the biases.</source>
        <translation>이 층이 학습하는 수의 개수: 연결마다 가중치 하나씩, 그리고 편향입니다.</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
    <message>
        <source>{inputs} → {outputs}: {count} parameters</source>
        <translation>{inputs} → {outputs}: 매개변수 {count}개</translation>
    </message>
</context>
<context>
    <name>DenseLayers</name>
    <message>
        <source>layer {number}</source>
        <translation>층 {number}</translation>
    </message>
</context>
<context>
    <name>DenseRow</name>
    <message>
        <source>The output layer has one unit for each class of the data.</source>
        <translation>출력층은 데이터의 클래스마다 유닛을 하나씩 가집니다.</translation>
    </message>
    <message>
        <source>{count} units; each one is wired to every value that comes from above.</source>
        <translation>유닛 {count}개: 저마다 위에서 오는 모든 값과 연결됩니다.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>(m - 1/k) / (1 - 1/k), where m of the wrong labels are learned of k classes. Told above {share:.0%}.</source>
        <translation>(m - 1/k) / (1 - 1/k). m: 외운 틀린 레이블의 비율, k: 클래스 수. 기준: {share:.0%} 초과.</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>시드 1개</translation>
    </message>
    <message>
        <source>1 setting</source>
        <translation>설정 1개</translation>
    </message>
    <message>
        <source>1 trial</source>
        <translation>시행 1개</translation>
    </message>
    <message>
        <source>A constant learning rate</source>
        <translation>학습률 일정하게</translation>
    </message>
    <message>
        <source>A few values of {column} lie far from the others, {value} in line {line} farthest: the loss goes by them.</source>
        <translation>{column} 열의 값 몇 개가 나머지에서 멀리 떨어져 있어(가장 먼 값: {line}번째 줄의 {value}) 손실이 이 값들에 좌우됩니다.</translation>
    </message>
    <message>
        <source>A held-out number is larger than a training number in {share:.0%} of all pairs; of mixed rows, in half.</source>
        <translation>남겨 둔 값이 훈련 값보다 큰 쌍의 비율: {share:.0%}. 섞인 행이라면 절반입니다.</translation>
    </message>
    <message>
        <source>A step changes the weights by {ratio:.1e} of their size.</source>
        <translation>한 스텝마다 가중치 크기 대비 변화: {ratio:.1e}.</translation>
    </message>
    <message>
        <source>A unit with n inputs and weights between -1 and 1 adds up n terms: its variance grows by n / 6.</source>
        <translation>입력이 n개이고 가중치가 -1과 1 사이인 유닛은 항 n개를 더하므로, 분산이 n / 6배가 됩니다.</translation>
    </message>
    <message>
        <source>Accuracy on the training rows {train:.0%}, on the test rows {held_out:.0%}.</source>
        <translation>훈련 정확도 {train:.0%}, 테스트 정확도 {held_out:.0%}.</translation>
    </message>
    <message>
        <source>Accuracy on the training rows {train:.0%}, on the validation rows {held_out:.0%}.</source>
        <translation>훈련 정확도 {train:.0%}, 검증 정확도 {held_out:.0%}.</translation>
    </message>
    <message>
        <source>Add a ReLU</source>
        <translation>ReLU 추가</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Add batch normalization</source>
        <translation>배치 정규화 추가</translation>
    </message>
    <message>
        <source>Add dropout</source>
        <translation>드롭아웃 추가</translation>
    </message>
    <message>
        <source>At step {step}:</source>
        <translation>스텝 {step}:</translation>
    </message>
    <message>
        <source>Batches of {rows} rows</source>
        <translation>배치 크기 {rows}</translation>
    </message>
    <message>
        <source>Best: {leader}, R² {mean:.3f} ± {spread:.3f}; ahead of {other} with {wins} of {seeds} seeds, by {lead:.3f} ± {error:.3f}.</source>
        <translation>최고: {leader}, R² {mean:.3f} ± {spread:.3f}; 비교 대상 {other}, 시드 {seeds}개 중 {wins}개에서 앞섬, 차이 {lead:.3f} ± {error:.3f}.</translation>
    </message>
    <message>
        <source>Best: {leader}, {mean:.1f} ± {spread:.1f}%; ahead of {other} with {wins} of {seeds} seeds, by {lead:.1f} ± {error:.1f} points.</source>
        <translation>최고: {leader}, {mean:.1f} ± {spread:.1f}%; 비교 대상 {other}, 시드 {seeds}개 중 {wins}개에서 앞섬, 차이 {lead:.1f} ± {error:.1f}%p.</translation>
    </message>
    <message>
        <source>Classes among the training rows {train}, among the held-out rows {held_out}.</source>
        <translation>클래스 수: 훈련 행 {train}, 남겨 둔 행 {held_out}.</translation>
    </message>
    <message>
        <source>Count {value} as missing</source>
        <translation>{value} 값을 결측으로 세기</translation>
    </message>
    <message>
        <source>Dropout layers: {count}; training R² {accuracy:.2f}.</source>
        <translation>드롭아웃 층 {count}개, 훈련 R² {accuracy:.2f}.</translation>
    </message>
    <message>
        <source>Dropout layers: {count}; training accuracy {accuracy:.0%}.</source>
        <translation>드롭아웃 층 {count}개, 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Each row has been seen {epochs:.0f} times.</source>
        <translation>행마다 본 횟수: {epochs:.0f}번.</translation>
    </message>
    <message>
        <source>Each step alone takes {share:.0%} of every weight.</source>
        <translation>한 스텝마다 모든 가중치에서 빠지는 몫: {share:.0%}.</translation>
    </message>
    <message>
        <source>From one evaluation to the next the training loss goes back and forth by {swing:.0%}.</source>
        <translation>평가와 평가 사이에 훈련 손실이 오르내리는 폭: {swing:.0%}.</translation>
    </message>
    <message>
        <source>Gradient of a weight (root mean square): layer {first} {at_first:.1e}, layer {last} {at_last:.1e}.</source>
        <translation>가중치 하나의 기울기(제곱평균제곱근): 층 {first} {at_first:.1e}, 층 {last} {at_last:.1e}.</translation>
    </message>
    <message>
        <source>Held-out rows of such a class: {count}.</source>
        <translation>그런 클래스의 남겨 둔 행: {count}개.</translation>
    </message>
    <message>
        <source>Hidden layers that start so: {count}.</source>
        <translation>이렇게 시작하는 은닉층: {count}개.</translation>
    </message>
    <message>
        <source>It does not diverge: test loss {after:.3g} after {steps} steps (tried).</source>
        <translation>발산하지 않습니다: 테스트 손실 {after:.3g}, 스텝 {steps} (시험해 봄).</translation>
    </message>
    <message>
        <source>It does not diverge: test loss {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.</source>
        <translation>발산하지 않습니다. 테스트 손실 {after:.3g}, 스텝 {steps} (시험해 봄). 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>It does not diverge: validation loss {after:.3g} after {steps} steps (tried).</source>
        <translation>발산하지 않습니다: 검증 손실 {after:.3g}, 스텝 {steps} (시험해 봄).</translation>
    </message>
    <message>
        <source>It does not diverge: validation loss {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.</source>
        <translation>발산하지 않습니다. 검증 손실 {after:.3g}, 스텝 {steps} (시험해 봄). 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>It is better than {count} of {others} others.</source>
        <translation>다른 설정 {others}개 중 {count}개보다 낫습니다.</translation>
    </message>
    <message>
        <source>It is better than {names}.</source>
        <translation>더 나쁜 설정: {names}.</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: R² on the training rows {train:.2f}, on the held-out rows {held_out:.2f}.</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. R²: 훈련 행 {train:.2f}, 남겨 둔 행 {held_out:.2f}.</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: R² on the training rows {train:.2f}, on the held-out rows {held_out:.2f}. {features} features are many for {rows} training rows: leave out those that tell nothing, or add rows.</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. R²: 훈련 행 {train:.2f}, 남겨 둔 행 {held_out:.2f}. 훈련 행 {rows}개에 특징 {features}개는 많습니다. 쓸모없는 특징을 빼거나 행을 늘려 보십시오.</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: accuracy on the training rows {train:.0%}, on the held-out rows {held_out:.0%}.</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. 정확도: 훈련 행 {train:.0%}, 남겨 둔 행 {held_out:.0%}.</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: accuracy on the training rows {train:.0%}, on the held-out rows {held_out:.0%}. {features} features are many for {rows} training rows: leave out those that tell nothing, or add rows.</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. 정확도: 훈련 행 {train:.0%}, 남겨 둔 행 {held_out:.0%}. 훈련 행 {rows}개에 특징 {features}개는 많습니다. 쓸모없는 특징을 빼거나 행을 늘려 보십시오.</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: loss on the training rows {train:.3g} (guessing {train_guessing:.3g}), on the held-out rows {held_out:.3g} (guessing {guessing:.3g}).</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. 손실: 훈련 행 {train:.3g} (찍을 때 {train_guessing:.3g}), 남겨 둔 행 {held_out:.3g} (찍을 때 {guessing:.3g}).</translation>
    </message>
    <message>
        <source>It went back to step {best}, and overfits even there: loss on the training rows {train:.3g} (guessing {train_guessing:.3g}), on the held-out rows {held_out:.3g} (guessing {guessing:.3g}). {features} features are many for {rows} training rows: leave out those that tell nothing, or add rows.</source>
        <translation>스텝 {best}의 상태로 돌아갔지만, 거기서도 과적합입니다. 손실: 훈련 행 {train:.3g} (찍을 때 {train_guessing:.3g}), 남겨 둔 행 {held_out:.3g} (찍을 때 {guessing:.3g}). 훈련 행 {rows}개에 특징 {features}개는 많습니다. 쓸모없는 특징을 빼거나 행을 늘려 보십시오.</translation>
    </message>
    <message>
        <source>Its learning rate was {rate:g}.</source>
        <translation>학습률: {rate:g}.</translation>
    </message>
    <message>
        <source>Layers without a function between them are one: W₂(W₁x) = (W₂W₁)x, a straight line.</source>
        <translation>사이에 함수가 없는 층들은 한 층과 같습니다: W₂(W₁x) = (W₂W₁)x, 곧 직선입니다.</translation>
    </message>
    <message>
        <source>Learning rate {rate:g}</source>
        <translation>학습률 {rate:g}</translation>
    </message>
    <message>
        <source>Leave out {count} rows far off</source>
        <translation>멀리 떨어진 행 {count}개 빼기</translation>
    </message>
    <message>
        <source>Loss on the training rows {train:.3g}, on the test rows {held_out:.3g}.</source>
        <translation>손실: 훈련 행 {train:.3g}, 테스트 행 {held_out:.3g}.</translation>
    </message>
    <message>
        <source>Loss on the training rows {train:.3g}, on the validation rows {held_out:.3g}.</source>
        <translation>손실: 훈련 행 {train:.3g}, 검증 행 {held_out:.3g}.</translation>
    </message>
    <message>
        <source>Mix the rows</source>
        <translation>행 섞기</translation>
    </message>
    <message>
        <source>More held-out rows would tell, more seeds would not.</source>
        <translation>시드를 늘려도 가릴 수 없고, 남겨 둔 행이 더 있어야 합니다.</translation>
    </message>
    <message>
        <source>No dropout</source>
        <translation>드롭아웃 없애기</translation>
    </message>
    <message>
        <source>No label noise</source>
        <translation>레이블 잡음 없음</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>벌점 없애기</translation>
    </message>
    <message>
        <source>No rule applies at step {step}, but a test loss of {loss:.3g} is hardly better than guessing, {guessing:.3g}.</source>
        <translation>스텝 {step}: 맞는 규칙은 없지만 테스트 손실 {loss:.3g}, 찍는 것보다 거의 낫지 않습니다 ({guessing:.3g}).</translation>
    </message>
    <message>
        <source>No rule applies at step {step}, but a test loss of {loss:.3g} is no better than guessing, {guessing:.3g}.</source>
        <translation>스텝 {step}: 맞는 규칙은 없지만 테스트 손실 {loss:.3g}, 찍는 것보다 낫지 않습니다 ({guessing:.3g}).</translation>
    </message>
    <message>
        <source>No rule applies at step {step}, but a validation loss of {loss:.3g} is hardly better than guessing, {guessing:.3g}.</source>
        <translation>스텝 {step}: 맞는 규칙은 없지만 검증 손실 {loss:.3g}, 찍는 것보다 거의 낫지 않습니다 ({guessing:.3g}).</translation>
    </message>
    <message>
        <source>No rule applies at step {step}, but a validation loss of {loss:.3g} is no better than guessing, {guessing:.3g}.</source>
        <translation>스텝 {step}: 맞는 규칙은 없지만 검증 손실 {loss:.3g}, 찍는 것보다 낫지 않습니다 ({guessing:.3g}).</translation>
    </message>
    <message>
        <source>No warm-up</source>
        <translation>워밍업 없애기</translation>
    </message>
    <message>
        <source>Not compared, with the settings and seed of another: {names}.</source>
        <translation>다른 레인과 설정과 시드가 같아 비교에서 빠진 레인: {names}.</translation>
    </message>
    <message>
        <source>Not compared: {count} lanes with the settings and seed of another.</source>
        <translation>다른 레인과 설정과 시드가 같은 레인 {count}개는 비교에서 빠집니다.</translation>
    </message>
    <message>
        <source>Nothing found in {count} lanes: at step {step} {lane} has the lowest test loss, {loss:.3g}.</source>
        <translation>레인 {count}개에서 찾은 문제가 없습니다. 스텝 {step}에서 테스트 손실이 가장 낮은 레인: {lane}, {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found in {count} lanes: at step {step} {lane} has the lowest validation loss, {loss:.3g}.</source>
        <translation>레인 {count}개에서 찾은 문제가 없습니다. 스텝 {step}에서 검증 손실이 가장 낮은 레인: {lane}, {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found in {count} lanes: {lane} has the lowest test loss, {loss:.3g}, that of step {step}.</source>
        <translation>레인 {count}개에서 찾은 문제가 없습니다. 테스트 손실이 가장 낮은 레인: {lane}, 스텝 {step}의 {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found in {count} lanes: {lane} has the lowest validation loss, {loss:.3g}, that of step {step}.</source>
        <translation>레인 {count}개에서 찾은 문제가 없습니다. 검증 손실이 가장 낮은 레인: {lane}, 스텝 {step}의 {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found, but the test loss rises of late, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제는 없지만 테스트 손실이 최근 늘고 있습니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Nothing found, but the test loss was lower before: {best_loss:.3g} at step {best}, now {loss:.3g} at step {step}.</source>
        <translation>찾은 문제는 없지만 테스트 손실이 전에 더 낮았습니다: 스텝 {best}에서 {best_loss:.3g}, 지금 스텝 {step}에서 {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found, but the validation loss rises of late, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제는 없지만 검증 손실이 최근 늘고 있습니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Nothing found, but the validation loss was lower before: {best_loss:.3g} at step {best}, now {loss:.3g} at step {step}.</source>
        <translation>찾은 문제는 없지만 검증 손실이 전에 더 낮았습니다: 스텝 {best}에서 {best_loss:.3g}, 지금 스텝 {step}에서 {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found: it went back to step {best}, where the test loss was lowest, {loss:.3g}.</source>
        <translation>찾은 문제가 없습니다. 테스트 손실이 가장 낮던 스텝 {best}의 상태로 돌아갔습니다: {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found: it went back to step {best}, where the validation loss was lowest, {loss:.3g}.</source>
        <translation>찾은 문제가 없습니다. 검증 손실이 가장 낮던 스텝 {best}의 상태로 돌아갔습니다: {loss:.3g}.</translation>
    </message>
    <message>
        <source>Nothing found: the test loss is level, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제가 없습니다. 테스트 손실이 제자리입니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Nothing found: the test loss still falls, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제가 없습니다. 테스트 손실이 아직 줄고 있습니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Nothing found: the validation loss is level, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제가 없습니다. 검증 손실이 제자리입니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Nothing found: the validation loss still falls, {loss:.3g} at step {step}.</source>
        <translation>찾은 문제가 없습니다. 검증 손실이 아직 줄고 있습니다: {loss:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>Of a rare class {recall:.0%} of the rows are found.</source>
        <translation>드문 클래스에서 찾아낸 행: {recall:.0%}.</translation>
    </message>
    <message>
        <source>Of {rows} training rows {count} are of such a class.</source>
        <translation>훈련 행 {rows}개 가운데 그런 클래스: {count}개.</translation>
    </message>
    <message>
        <source>One more seed would tell {leader} from {other}.</source>
        <translation>{leader}, {other}: 시드 1개를 더하면 둘을 가릴 수 있습니다.</translation>
    </message>
    <message>
        <source>One more seed would tell.</source>
        <translation>시드 1개를 더하면 가릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Over the latest steps the training loss fell by {fall:.1%}.</source>
        <translation>최근 스텝 동안 훈련 손실의 감소: {fall:.1%}.</translation>
    </message>
    <message>
        <source>Paths that are open: the product of 1 - rate over the hidden layers. Told below 30%.</source>
        <translation>열린 길의 비율: 은닉층마다 (1 - 드롭아웃 비율)을 곱한 값. 기준: 30% 미만.</translation>
    </message>
    <message>
        <source>Penalty gradient over data gradient: {share:.2g}; training R² {accuracy:.2f}.</source>
        <translation>규제 기울기 ÷ 데이터 기울기: {share:.2g}, 훈련 R² {accuracy:.2f}.</translation>
    </message>
    <message>
        <source>Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.</source>
        <translation>규제 기울기 ÷ 데이터 기울기: {share:.2g}, 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Remedies tried for {steps} steps: {count}; none helped.</source>
        <translation>스텝 {steps} 동안 시험한 처방: {count}개. 도움이 된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Remove the dropout there</source>
        <translation>그 드롭아웃 없애기</translation>
    </message>
    <message>
        <source>Remove the function there</source>
        <translation>그 함수 없애기</translation>
    </message>
    <message>
        <source>R² on the training rows {train:.2f}, on the test rows {held_out:.2f}.</source>
        <translation>훈련 R² {train:.2f}, 테스트 R² {held_out:.2f}.</translation>
    </message>
    <message>
        <source>R² on the training rows {train:.2f}, on the validation rows {held_out:.2f}.</source>
        <translation>훈련 R² {train:.2f}, 검증 R² {held_out:.2f}.</translation>
    </message>
    <message>
        <source>R² {mean:.3f} ± {spread:.3f} over {seeds} seeds.</source>
        <translation>시드 {seeds}개의 R²: {mean:.3f} ± {spread:.3f}.</translation>
    </message>
    <message>
        <source>Softmax makes shares of numbers of any sign and size; bounded ones cannot be far apart.</source>
        <translation>소프트맥스는 부호와 크기에 제한이 없는 수로 비율을 만듭니다. 제한된 수는 서로 멀어질 수 없습니다.</translation>
    </message>
    <message>
        <source>Standard deviation of the features {std:.2g}.</source>
        <translation>특징의 표준편차 {std:.2g}.</translation>
    </message>
    <message>
        <source>Standard deviation of the input {before:.2g}, of the outputs at the start {after:.2g}.</source>
        <translation>입력의 표준편차 {before:.2g}, 시작할 때 출력의 표준편차 {after:.2g}.</translation>
    </message>
    <message>
        <source>Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.</source>
        <translation>입력의 표준편차 {before:.2g}, 출력의 표준편차 {after:.2g}.</translation>
    </message>
    <message>
        <source>Standard deviation of the largest feature {largest:.2g}, of the middle one {middle:.2g}.</source>
        <translation>표준편차: 가장 큰 특징 {largest:.2g}, 가운데 특징 {middle:.2g}.</translation>
    </message>
    <message>
        <source>Standardize the features</source>
        <translation>특징 표준화</translation>
    </message>
    <message>
        <source>Start again with learning rate {rate:g}</source>
        <translation>학습률 {rate:g}로 다시 시작</translation>
    </message>
    <message>
        <source>Start again with what was changed</source>
        <translation>바꾼 설정으로 다시 시작</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Test loss {before:.3g} → {after:.3g} after {steps} steps (tried).</source>
        <translation>테스트 손실 {before:.3g} → {after:.3g}, 스텝 {steps} (시험해 봄).</translation>
    </message>
    <message>
        <source>Test loss {before:.3g} → {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.</source>
        <translation>테스트 손실 {before:.3g} → {after:.3g}, 스텝 {steps} (시험해 봄). 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>Test loss {now:.3f}, at its best {best:.3f}.</source>
        <translation>테스트 손실 {now:.3f}, 가장 낮을 때 {best:.3f}.</translation>
    </message>
    <message>
        <source>The data's gradient is zero: nothing but the penalty moves the weights.</source>
        <translation>데이터의 기울기가 0입니다. 가중치를 움직이는 것은 규제뿐입니다.</translation>
    </message>
    <message>
        <source>The middle error on training rows is {share:.0%} of that of always saying the median.</source>
        <translation>훈련 행에 대한 중앙 오차는 항상 중앙값을 답할 때의 {share:.0%}입니다.</translation>
    </message>
    <message>
        <source>The remedy was not tried.</source>
        <translation>해결책을 시험해 보지 않음.</translation>
    </message>
    <message>
        <source>The remedy was not tried: losses on other rows, or in another unit of the label, cannot be compared.</source>
        <translation>해결책을 시험해 보지 않음: 행이나 레이블의 단위가 달라지면 손실을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The remedy was not tried: that would take too long.</source>
        <translation>해결책을 시험해 보지 않음: 시간이 너무 오래 걸립니다.</translation>
    </message>
    <message>
        <source>The same is said of {lanes}.</source>
        <translation>같은 진단을 받은 레인: {lanes}.</translation>
    </message>
    <message>
        <source>The weights have {share:.2%} of the size they began with.</source>
        <translation>처음 크기에 대한 지금 가중치의 크기: {share:.2%}.</translation>
    </message>
    <message>
        <source>There is no room for as many seeds as would tell; fewer settings leave more room.</source>
        <translation>가리는 데 필요한 만큼 시드를 더할 자리가 없습니다. 설정을 줄이면 자리가 납니다.</translation>
    </message>
    <message>
        <source>There only λ is another, {weaker:g}: training R² {better:.2f}, not {accuracy:.2f}.</source>
        <translation>거기서는 λ만 다릅니다: {weaker:g}. 훈련 R² {better:.2f}, 이 레인은 {accuracy:.2f}.</translation>
    </message>
    <message>
        <source>There only λ is another, {weaker:g}: training accuracy {better:.0%}, not {accuracy:.0%}.</source>
        <translation>거기서는 λ만 다릅니다: {weaker:g}. 훈련 정확도 {better:.0%}, 이 레인은 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>They are zero for every training row looked at.</source>
        <translation>살펴본 모든 훈련 데이터에서 값이 0입니다.</translation>
    </message>
    <message>
        <source>Told after {steps} steps with less than 15% of the way learned and a loss that falls by less than {fall:.0%}.</source>
        <translation>기준: 스텝 {steps} 뒤에도 배운 것이 15% 미만이고 손실이 주는 폭이 {fall:.0%} 미만.</translation>
    </message>
    <message>
        <source>Told after {steps} steps with less than half of the way learned and a loss that falls by less than 5%.</source>
        <translation>기준: 스텝 {steps} 뒤에도 배운 것이 절반 미만이고 손실이 주는 폭이 5% 미만.</translation>
    </message>
    <message>
        <source>Told below {rows} rows a class, {more} of numbers, and a gap of {gap:.0%}.</source>
        <translation>기준: 클래스마다 {rows}행 미만(수는 {more}행), 훈련과의 차이 {gap:.0%}.</translation>
    </message>
    <message>
        <source>Told from a rate of 0.4 on: an erased answer counts as 0, whatever it was.</source>
        <translation>기준: 드롭아웃 비율 0.4 이상. 지워진 답은 무엇이었든 0이 됩니다.</translation>
    </message>
    <message>
        <source>Told of a layer with one unit, or up to 3 between layers {times} times as wide.</source>
        <translation>기준: 유닛이 하나인 층, 또는 {times}배 넓은 층들 사이의 유닛 3개 이하인 층.</translation>
    </message>
    <message>
        <source>Told of up to {rows} rows a step; what chance adds goes with 1 / √rows.</source>
        <translation>기준: 스텝마다 {rows}행 이하. 우연의 몫은 1 / √행수에 비례합니다.</translation>
    </message>
    <message>
        <source>Told of up to {units} units in the widest hidden layer, where the loss no longer falls.</source>
        <translation>기준: 가장 넓은 은닉층의 유닛이 {units}개 이하이고 손실이 더는 줄지 않음.</translation>
    </message>
    <message>
        <source>Told where a class of 3 rows or more is never answered, and others are.</source>
        <translation>기준: 3행 이상인 클래스를 한 번도 답하지 않고 다른 클래스는 답함.</translation>
    </message>
    <message>
        <source>Told where a step is above {step:g} of the weights, the loss swings by {swing:.0%}, or it is {above:g} times its lowest.</source>
        <translation>기준: 한 스텝의 변화가 가중치의 {step:g} 초과, 손실의 출렁임 {swing:.0%}, 또는 손실이 최저의 {above:g}배.</translation>
    </message>
    <message>
        <source>Told where a step is below {step:g} of the weights and little is learned; below {slow:g} where the loss is no better than that of guessing.</source>
        <translation>기준: 한 스텝의 변화가 가중치의 {step:g} 미만이고 배운 것이 적음. 손실이 찍기보다 낫지 않으면 {slow:g} 미만.</translation>
    </message>
    <message>
        <source>Told where a weight of the first layer has a gradient below {share:g} of the last's.</source>
        <translation>기준: 첫 층 가중치의 기울기가 마지막 층의 {share:g} 미만.</translation>
    </message>
    <message>
        <source>Told where a weight or an output has become infinite, or no number (NaN).</source>
        <translation>기준: 가중치나 출력이 무한대가 되었거나 수가 아님(NaN).</translation>
    </message>
    <message>
        <source>Told where features have a standard deviation above {large:g}, one has {unlike:g} times the middle one's, or a mean {far:g} of them from zero.</source>
        <translation>기준: 특징의 표준편차가 {large:g} 초과, 또는 가운데 것의 {unlike:g}배, 또는 평균이 0에서 표준편차의 {far:g}배만큼 떨어짐.</translation>
    </message>
    <message>
        <source>Told where held-out rows have a class that no training row has.</source>
        <translation>기준: 훈련 행에 없는 클래스가 남겨 둔 행에 있음.</translation>
    </message>
    <message>
        <source>Told where neighbours are alike, {changes:.0%} of the changes that mixed rows have, and held-out rows are others; of numbers where {share:.0%} of pairs go one way.</source>
        <translation>기준: 이웃한 행이 비슷하고(섞인 행의 변화 대비 {changes:.0%} 미만) 남겨 둔 행이 다름. 수에서는 쌍의 {share:.0%}가 한 방향.</translation>
    </message>
    <message>
        <source>Told where one class has 70% of the rows, and less than half of a rare one is found.</source>
        <translation>기준: 한 클래스가 행의 70%이고 드문 클래스는 절반도 찾지 못함.</translation>
    </message>
    <message>
        <source>Told where one feature alone says the answer, and no second one comes near: it puts the classes one after the other, or the numbers to learn lie on a straight line over it.</source>
        <translation>기준: 특징 하나만으로 답을 알 수 있고 그에 가까운 다른 특징이 없음. 그 특징의 순서대로 클래스가 차례로 나뉘거나, 배울 숫자가 그 특징에 대해 한 직선 위에 놓임.</translation>
    </message>
    <message>
        <source>Told where the held-out loss is {times:g} times its lowest while the training loss fell.</source>
        <translation>기준: 훈련 손실은 줄었는데 남겨 둔 행의 손실이 최저의 {times:g}배.</translation>
    </message>
    <message>
        <source>Told where the label follows a column by {follows:g} or more, and by less than half of that with the value among its numbers: correlation, or of classes the correlation ratio.</source>
        <translation>레이블과 열의 관련도가 {follows:g} 이상인데, 그 값을 숫자로 세면 절반 아래로 떨어질 때 말합니다. 관련도는 상관계수, 클래스에서는 상관비입니다.</translation>
    </message>
    <message>
        <source>Told where the outputs are {times:g} times as large as the input (standard deviation).</source>
        <translation>기준: 출력의 표준편차가 입력의 {times:g}배.</translation>
    </message>
    <message>
        <source>Told where the outputs have less than {share:.0%} of the input's standard deviation.</source>
        <translation>기준: 출력의 표준편차가 입력의 {share:.0%} 미만.</translation>
    </message>
    <message>
        <source>Told where {share:.0%} of a layer died or was saturated on the way.</source>
        <translation>기준: 학습하는 동안 한 층의 {share:.0%}가 죽거나 포화됨.</translation>
    </message>
    <message>
        <source>Told where {share:.0%} of a layer's ReLU units are zero for every row.</source>
        <translation>기준: 한 층의 ReLU 유닛 {share:.0%}가 모든 행에서 0.</translation>
    </message>
    <message>
        <source>Told where {share:.0%} of a layer's values lie where the slope is below 0.05 of the largest.</source>
        <translation>기준: 한 층의 값 {share:.0%}가 경사가 최대의 0.05 미만인 곳에 있음.</translation>
    </message>
    <message>
        <source>Told where λ|w|, the pull of the penalty, is 0.7 of the data's gradient, less than {left:.0%} of the weights is left, rate · λ is above 1, or a lane with less λ does well.</source>
        <translation>말하는 때: 규제의 당김 λ|w|가 데이터 기울기의 0.7배 이상이거나, 가중치가 처음의 {left:.0%} 아래로 남았거나, 학습률 · λ가 1을 넘거나, λ가 더 작은 레인이 잘 배울 때.</translation>
    </message>
    <message>
        <source>Training R² {accuracy:.2f} after {epochs:.0f} epochs.</source>
        <translation>{epochs:.0f} 에포크 뒤 훈련 R² {accuracy:.2f}.</translation>
    </message>
    <message>
        <source>Training R² {accuracy:.2f}; always saying the mean gives 0.</source>
        <translation>훈련 R² {accuracy:.2f}; 늘 평균이라고 답하면 0입니다.</translation>
    </message>
    <message>
        <source>Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.</source>
        <translation>{epochs:.0f}에폭 뒤 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Training accuracy {accuracy:.0%}; always saying the largest class gives {chance:.0%}.</source>
        <translation>훈련 정확도 {accuracy:.0%}; 늘 가장 큰 클래스라고 답할 때의 정확도: {chance:.0%}.</translation>
    </message>
    <message>
        <source>Training loss {loss:.3g} at a training accuracy of {accuracy:.0%}.</source>
        <translation>훈련 손실 {loss:.3g}, 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Training loss {loss:.3g}, at its lowest {lowest:.3g}; guessing gives {chance:.3g}.</source>
        <translation>훈련 손실 {loss:.3g}, 가장 낮을 때 {lowest:.3g}; 찍을 때 {chance:.3g}.</translation>
    </message>
    <message>
        <source>Units with equal weights get equal gradients: w₁ = w₂ stays so.</source>
        <translation>가중치가 같은 유닛은 기울기도 같습니다: w₁ = w₂가 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Up to step {step}: {told}</source>
        <translation>스텝 {step}까지: {told}</translation>
    </message>
    <message>
        <source>Use Adam with learning rate {rate:g}</source>
        <translation>Adam 쓰기, 학습률 {rate:g}</translation>
    </message>
    <message>
        <source>Use He initialization</source>
        <translation>He 초기화 쓰기</translation>
    </message>
    <message>
        <source>Use L1 with λ {strength:g}</source>
        <translation>L1 사용, λ {strength:g}</translation>
    </message>
    <message>
        <source>Use L2 with λ {strength:g}</source>
        <translation>L2 λ {strength:g} 쓰기</translation>
    </message>
    <message>
        <source>Use ReLU with He initialization</source>
        <translation>ReLU와 He 초기화 쓰기</translation>
    </message>
    <message>
        <source>Use Xavier initialization</source>
        <translation>Xavier 초기화 쓰기</translation>
    </message>
    <message>
        <source>Use a rate of {rate:g}</source>
        <translation>비율 {rate:g} 쓰기</translation>
    </message>
    <message>
        <source>Use leaky ReLU</source>
        <translation>Leaky ReLU 쓰기</translation>
    </message>
    <message>
        <source>Use {rows} training rows</source>
        <translation>훈련 행 {rows}개 쓰기</translation>
    </message>
    <message>
        <source>Use λ {strength:g}</source>
        <translation>λ {strength:g} 쓰기</translation>
    </message>
    <message>
        <source>Validation loss {before:.3g} → {after:.3g} after {steps} steps (tried).</source>
        <translation>검증 손실 {before:.3g} → {after:.3g}, 스텝 {steps} (시험해 봄).</translation>
    </message>
    <message>
        <source>Validation loss {before:.3g} → {after:.3g} after {steps} steps (tried); guessing gives {guessing:.3g}.</source>
        <translation>검증 손실 {before:.3g} → {after:.3g}, 스텝 {steps} (시험해 봄). 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>Validation loss {now:.3f}, at its best {best:.3f}.</source>
        <translation>검증 손실 {now:.3f}, 가장 낮을 때 {best:.3f}.</translation>
    </message>
    <message>
        <source>Weight decay {strength:g}</source>
        <translation>가중치 감쇠 {strength:g}</translation>
    </message>
    <message>
        <source>What comes into it has a standard deviation of {std:.2g}.</source>
        <translation>들어오는 값의 표준편차: {std:.2g}.</translation>
    </message>
    <message>
        <source>What was changed since then counts only once it starts again.</source>
        <translation>그 뒤에 바꾼 것은 다시 시작해야 적용됩니다.</translation>
    </message>
    <message>
        <source>Where {feature} is known the label follows it by {without:.2f}, with {value} among its numbers by {among:.2f}: 1 is closest.</source>
        <translation>{feature} 값이 있는 행에서 레이블과의 관련도는 {without:.2f}, {value} 값도 숫자로 세면 {among:.2f}입니다. 1이 가장 밀접합니다.</translation>
    </message>
    <message>
        <source>Wrong labels that it repeats: {share:.0%} of {count}.</source>
        <translation>그대로 따라 하는 틀린 레이블: {count}개 중 {share:.0%}.</translation>
    </message>
    <message>
        <source>{count} lanes have trained fewer steps.</source>
        <translation>레인 {count}개는 학습한 스텝이 더 적습니다.</translation>
    </message>
    <message>
        <source>{count} more seeds would tell more.</source>
        <translation>시드 {count}개를 더하면 더 알 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} more seeds would tell whether it is the seed's.</source>
        <translation>시드 {count}개를 더하면 시드의 운인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} more seeds would tell {leader} from {other}.</source>
        <translation>{leader}, {other}: 시드 {count}개를 더하면 둘을 가릴 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} more seeds would tell.</source>
        <translation>시드 {count}개를 더하면 가릴 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <translation>시드 {count}개</translation>
    </message>
    <message>
        <source>{count} settings</source>
        <translation>설정 {count}개</translation>
    </message>
    <message>
        <source>{count} settings diverged and are not ranked.</source>
        <translation>설정 {count}개는 발산하여 순위에 없습니다.</translation>
    </message>
    <message>
        <source>{count} trials</source>
        <translation>시행 {count}개</translation>
    </message>
    <message>
        <source>{features} features come in, {outputs} outputs go out.</source>
        <translation>들어오는 특징 {features}개, 나가는 출력 {outputs}개.</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>{lane} can never know {count} of the {classes} classes: no training row has them.</source>
        <translation>{lane}: 훈련 행에 없어 결코 알 수 없는 클래스가 있습니다: {classes}개 중 {count}개.</translation>
    </message>
    <message>
        <source>{lane} diverged at step {step}: its steps were too large.</source>
        <translation>{lane}: 스텝 {step}에서 발산했습니다. 스텝이 너무 컸습니다.</translation>
    </message>
    <message>
        <source>{lane} exploded at step {step}: naive weights enlarge the signal {growth:.1f} times in each layer.</source>
        <translation>{lane}: 스텝 {step}에서 폭발했습니다. 단순 초기화가 층마다 신호를 {growth:.1f}배 키웠습니다.</translation>
    </message>
    <message>
        <source>{lane} hardly moves: its steps are too small, at a learning rate of {rate:g}.</source>
        <translation>{lane}: 거의 움직이지 않습니다. 스텝이 너무 작습니다. 학습률 {rate:g}.</translation>
    </message>
    <message>
        <source>{lane} hardly moves: the schedule has brought the learning rate to {rate:.1e} before much was learned.</source>
        <translation>{lane}: 거의 움직이지 않습니다. 많이 배우기도 전에 스케줄이 학습률을 낮췄습니다: {rate:.1e}.</translation>
    </message>
    <message>
        <source>{lane} has memorized {share:.0%} of the {count} wrong labels: it learns the noise.</source>
        <translation>{lane}: 틀린 레이블 {count}개 중 {share:.0%}까지 외웠습니다. 잡음을 배우고 있습니다.</translation>
    </message>
    <message>
        <source>{lane} has no nonlinearity, so it can only draw straight lines between the classes.</source>
        <translation>{lane}: 비선형성이 없어 클래스 사이에 직선만 그을 수 있습니다.</translation>
    </message>
    <message>
        <source>{lane} has no nonlinearity, so it can only fit a straight line, or a plane.</source>
        <translation>{lane}: 비선형 함수가 없어서 직선이나 평면만 맞출 수 있습니다.</translation>
    </message>
    <message>
        <source>{lane} is no better than always saying the mean, and its loss no longer falls.</source>
        <translation>{lane}: 늘 평균이라고 답하는 것보다 낫지 않으며 손실이 더 줄지 않습니다.</translation>
    </message>
    <message>
        <source>{lane} is no better than always saying the median, and its loss no longer falls.</source>
        <translation>{lane}: 항상 중앙값을 답하는 것보다 낫지 않으며, 손실이 더 이상 줄지 않습니다.</translation>
    </message>
    <message>
        <source>{lane} is no better than guessing, and its loss no longer falls.</source>
        <translation>{lane}: 찍는 것보다 낫지 않으며 손실이 더 줄지 않습니다.</translation>
    </message>
    <message>
        <source>{lane} is too small for this: its widest hidden layer has {count} units.</source>
        <translation>{lane}: 이 문제에는 너무 작습니다. 가장 넓은 은닉층의 유닛 수: {count}.</translation>
    </message>
    <message>
        <source>{lane} learns {count} rows by heart: they are too few to tell what is common to all.</source>
        <translation>{lane}: 행을 통째로 외웁니다. 공통점을 알기에는 너무 적습니다: {count}개.</translation>
    </message>
    <message>
        <source>{lane} never answers {count} of the {classes} classes.</source>
        <translation>{lane}: 한 번도 답하지 않는 클래스가 있습니다: {classes}개 중 {count}개.</translation>
    </message>
    <message>
        <source>{lane} overfits: since step {step} its test loss has risen while the training loss fell.</source>
        <translation>{lane}: 과적합입니다. 스텝 {step}부터 훈련 손실은 줄었는데 테스트 손실은 커졌습니다.</translation>
    </message>
    <message>
        <source>{lane} overfits: since step {step} its validation loss has risen while the training loss fell.</source>
        <translation>{lane}: 과적합입니다. 스텝 {step}부터 훈련 손실은 줄었는데 검증 손실은 커졌습니다.</translation>
    </message>
    <message>
        <source>{lane} shows it: no divergence, test loss {after:.3g} at step {steps}.</source>
        <translation>{lane}: 이미 보여 줍니다. 발산 없이 테스트 손실 {after:.3g}, 스텝 {steps}.</translation>
    </message>
    <message>
        <source>{lane} shows it: no divergence, validation loss {after:.3g} at step {steps}.</source>
        <translation>{lane}: 이미 보여 줍니다. 발산 없이 검증 손실 {after:.3g}, 스텝 {steps}.</translation>
    </message>
    <message>
        <source>{lane} shows it: test loss {after:.3g} instead of {before:.3g} at step {steps}.</source>
        <translation>{lane}: 이미 보여 줍니다. 테스트 손실 {before:.3g} 대신 {after:.3g}, 스텝 {steps}.</translation>
    </message>
    <message>
        <source>{lane} shows it: validation loss {after:.3g} instead of {before:.3g} at step {steps}.</source>
        <translation>{lane}: 이미 보여 줍니다. 검증 손실 {before:.3g} 대신 {after:.3g}, 스텝 {steps}.</translation>
    </message>
    <message>
        <source>{lane} stands still: little is learned, and its loss hardly falls.</source>
        <translation>{lane}: 제자리입니다. 배운 것이 적고 손실이 거의 줄지 않습니다.</translation>
    </message>
    <message>
        <source>{lane} starts with weights of zero, so all units of a layer are the same, and stay so.</source>
        <translation>{lane}: 가중치가 모두 0에서 시작해, 한 층의 유닛들이 계속 똑같습니다.</translation>
    </message>
    <message>
        <source>{lane}: all that it knows has to fit through the one unit of layer {layer}.</source>
        <translation>{lane}: 아는 것이 모두 층 {layer}의 유닛 하나를 지나야 합니다.</translation>
    </message>
    <message>
        <source>{lane}: all that it knows has to fit through the {count} units of layer {layer}.</source>
        <translation>{lane}: 아는 것이 모두 층 {layer}의 유닛 {count}개를 지나야 합니다.</translation>
    </message>
    <message>
        <source>{lane}: batch normalization takes mean and variance of {rows} rows, which are mere chance.</source>
        <translation>{lane}: 배치 정규화가 너무 적은 행(행 수 {rows})의 평균과 분산을 쓰므로 우연에 맡기는 셈입니다.</translation>
    </message>
    <message>
        <source>{lane}: column {feature} holds {value} in {count} rows; it looks like “missing”, and hides what the column says.</source>
        <translation>{lane}: {feature} 열의 {count}개 행에 {value} 값이 있습니다. 결측을 뜻하는 값으로 보이며, 이 열의 정보를 가립니다.</translation>
    </message>
    <message>
        <source>{lane}: dropout behind the output layer erases {rate:.0%} of the answers themselves.</source>
        <translation>{lane}: 출력층 뒤의 드롭아웃이 답 자체를 지웁니다: {rate:.0%}.</translation>
    </message>
    <message>
        <source>{lane}: its features are large, and so are its gradients: hardly any learning rate suits.</source>
        <translation>{lane}: 특징이 크고 그래서 기울기도 커서 맞는 학습률이 거의 없습니다.</translation>
    </message>
    <message>
        <source>{lane}: its features have very different sizes, so it hardly sees the small ones.</source>
        <translation>{lane}: 특징들의 크기가 크게 달라 작은 것은 거의 보지 못합니다.</translation>
    </message>
    <message>
        <source>{lane}: its steps are too large, at a learning rate of {rate:g}.</source>
        <translation>{lane}: 스텝이 너무 큽니다. 학습률 {rate:g}.</translation>
    </message>
    <message>
        <source>{lane}: one class has {chance:.0%} of the rows, so a high accuracy hides that a rare one is missed.</source>
        <translation>{lane}: 한 클래스가 행의 대부분({chance:.0%})이라, 드문 클래스를 놓쳐도 높은 정확도에 가려집니다.</translation>
    </message>
    <message>
        <source>{lane}: the feature {feature} alone says the answer, so there is nothing left to learn: does it come from it?</source>
        <translation>{lane}: 특징 하나({feature})만으로 답이 나와 더 배울 것이 없습니다. 답에서 나온 것이 아닌가요?</translation>
    </message>
    <message>
        <source>{lane}: the rows lie in the order of their classes, so it is tested on others than it learns.</source>
        <translation>{lane}: 행이 클래스 순서대로 놓여 있어 배우는 것과 다른 행으로 시험합니다.</translation>
    </message>
    <message>
        <source>{lane}: the rows lie in the order of their numbers, so it is tested on others than it learns.</source>
        <translation>{lane}: 행이 수의 순서대로 놓여 있어 배우는 것과 다른 행으로 시험합니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal exploded at the start: behind the last layer it had {times:.0e} times its size.</source>
        <translation>{lane}: 시작할 때 신호가 폭발했습니다. 마지막 층 뒤에서 크기가 {times:.0e}배였습니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.</source>
        <translation>{lane}: 신호가 가는 길에 폭발해, 마지막 층을 나올 때는 들어올 때의 {times:.0e}배입니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal faded at the start: only {share:.1%} of its size reached the output.</source>
        <translation>{lane}: 시작할 때 신호가 사라져, 크기의 {share:.1%}만 출력에 닿았습니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.</source>
        <translation>{lane}: 신호가 가는 길에 사라져, 크기의 {share:.1%}만 출력에 닿습니다. 그래서 학습이 더딥니다.</translation>
    </message>
    <message>
        <source>{lane}: the {penalty} penalty has shrunk the weights, so little is learned: λ {strength:g} is too strong.</source>
        <translation>{lane}: {penalty} 규제가 가중치를 줄여서 배운 것이 거의 없습니다. 너무 강한 λ: {strength:g}.</translation>
    </message>
    <message>
        <source>{lane}: the {penalty} penalty pulls as hard as the data, so little is learned: λ {strength:g} is too strong.</source>
        <translation>{lane}: {penalty} 규제가 데이터만큼 세게 당겨 거의 배우지 못합니다. λ {strength:g}: 너무 강합니다.</translation>
    </message>
    <message>
        <source>{lane}: weight decay {strength:g} shrinks the weights faster than the data can make them grow.</source>
        <translation>{lane}: 가중치 감쇠({strength:g})가 데이터가 키우는 것보다 빨리 가중치를 줄입니다.</translation>
    </message>
    <message>
        <source>{lane}: weight for weight layer {first}'s gradient is {share:.0e} of layer {last}'s: it is vanishing.</source>
        <translation>{lane}: 가중치 하나당 층 {first}의 기울기가 층 {last}의 {share:.0e}배입니다. 기울기 소실입니다.</translation>
    </message>
    <message>
        <source>{lane}: with batches of {rows} rows each step goes another way, so the loss swings.</source>
        <translation>{lane}: 배치가 너무 작아(행 수 {rows}) 스텝마다 방향이 달라지고 손실이 흔들립니다.</translation>
    </message>
    <message>
        <source>{lane}: with dropout {rate:g} only {percent:.2g}% of the paths through the net are open at a time.</source>
        <translation>{lane}: 드롭아웃 {rate:g}, 한 번에 열리는 신경망의 길은 {percent:.2g}%뿐입니다.</translation>
    </message>
    <message>
        <source>{lane}: {function} behind the output layer bounds the answers, so no class can win clearly.</source>
        <translation>{lane}: 출력층 뒤의 함수({function}) 때문에 답의 범위가 막혀 어느 클래스도 뚜렷이 이길 수 없습니다.</translation>
    </message>
    <message>
        <source>{lane}: {function} behind the output layer bounds the numbers it can say.</source>
        <translation>{lane}: 출력층 뒤의 함수({function}) 때문에 말할 수 있는 수의 범위가 막힙니다.</translation>
    </message>
    <message>
        <source>{lane}: {function} behind the output layer cuts answers below 0: without a gradient a class can die.</source>
        <translation>{lane}: 출력층 뒤의 함수({function}) 때문에 0보다 작은 답이 잘려 기울기가 없으므로, 클래스가 죽을 수 있습니다.</translation>
    </message>
    <message>
        <source>{lane}: {function} behind the output layer lets no answer be below 0.</source>
        <translation>{lane}: 출력층 뒤의 함수({function}) 때문에 0보다 작은 답을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.</source>
        <translation>{lane}: 층 {layer}의 ReLU 유닛 중 {share:.0%}가 죽었습니다. 켜지지 않으니 배우지도 못합니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the labels of its two classes were made wrong, so there is hardly more than noise to learn, and it learns that.</source>
        <translation>{lane}: 두 클래스의 레이블 가운데 일부러 틀리게 한 비율이 {share:.0%}: 배울 것이 잡음뿐이고, 그것을 배웁니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the labels that it learns from are wrong, so it has learned what is wrong.</source>
        <translation>{lane}: 배우는 레이블의 {share:.0%}가 틀려서 틀린 것을 배웠습니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.</source>
        <translation>{lane}: 층 {layer}의 {function} 값 중 {share:.0%}가 포화되어 기울기가 거의 0입니다.</translation>
    </message>
    <message>
        <source>{lane}: λ {strength:g} of the {penalty} penalty is too strong: beside it, {other} does well.</source>
        <translation>{lane}: {penalty} 규제의 λ {strength:g}: 너무 강합니다. 옆의 레인은 잘 배웁니다: {other}.</translation>
    </message>
    <message>
        <source>{leader} and {count} others are each right on {mean:.1f}% of {rows} rows.</source>
        <translation>설정 {leader} 및 다른 {count}개가 각각 {rows}행의 {mean:.1f}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>{leader} and {other} are both right on {mean:.1f}% of {rows} rows.</source>
        <translation>두 설정 {leader}, {other} 모두 {rows}행의 {mean:.1f}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>{leader} and {other} do equally well over {seeds} seeds: R² {mean:.3f}.</source>
        <translation>{leader}, {other}: 시드 {seeds}개에서 똑같이 잘합니다, R² {mean:.3f}.</translation>
    </message>
    <message>
        <source>{leader} and {other} do equally well over {seeds} seeds: {mean:.1f}%.</source>
        <translation>{leader}, {other}: 시드 {seeds}개에서 똑같이 잘합니다, {mean:.1f}%.</translation>
    </message>
    <message>
        <source>{leader} and {other} have no seed in common, so they cannot be compared by pairs.</source>
        <translation>{leader}, {other}: 같은 시드가 없어 짝지어 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>{leader} is ahead of {count} of {others} others by more than the luck of rows.</source>
        <translation>{leader}: 다른 설정 {others}개 중 {count}개와는 차이가 행의 운보다 큽니다.</translation>
    </message>
    <message>
        <source>{leader} is ahead of {names} by more than the luck of rows.</source>
        <translation>선두 {leader}; 차이가 행의 운보다 큰 설정: {names}.</translation>
    </message>
    <message>
        <source>{leader} is ahead of {other} by one row in {rows}: within noise.</source>
        <translation>선두 {leader}, 다음 {other}: {rows}행 중 1행 차이, 우연의 범위 안입니다.</translation>
    </message>
    <message>
        <source>{leader} is ahead of {other} by {lead} rows in {rows}: within noise.</source>
        <translation>선두 {leader}, 다음 {other}: {rows}행 중 {lead}행 차이, 우연의 범위 안입니다.</translation>
    </message>
    <message>
        <source>{leader} is better than {count} of {others} others.</source>
        <translation>{leader}: 다른 설정 {others}개 중 {count}개보다 낫습니다.</translation>
    </message>
    <message>
        <source>{leader} is better than {names}.</source>
        <translation>선두 {leader}; 더 나쁜 설정: {names}.</translation>
    </message>
    <message>
        <source>{leader}, R² {mean:.3f} ± {spread:.3f}, leads {other} by {lead:.3f} ± {error:.3f}, with {wins} of {seeds} seeds: within noise.</source>
        <translation>선두 {leader}, R² {mean:.3f} ± {spread:.3f}; 다음 {other}, 시드 {seeds}개 중 {wins}개에서 앞섬, 차이 {lead:.3f} ± {error:.3f}: 우연의 범위 안입니다.</translation>
    </message>
    <message>
        <source>{leader}, R² {mean:.3f}, is {lead:.3f} ahead of {other}, more than the luck of {rows} rows.</source>
        <translation>선두 {leader}, R² {mean:.3f}; 다음 {other}, 차이 {lead:.3f}: {rows}행의 운보다 큽니다.</translation>
    </message>
    <message>
        <source>{leader}, R² {mean:.3f}, is {lead:.3f} ahead of {other}: within noise.</source>
        <translation>선두 {leader}, R² {mean:.3f}; 다음 {other}, 차이 {lead:.3f}: 우연의 범위 안입니다.</translation>
    </message>
    <message>
        <source>{leader}, {mean:.1f} ± {spread:.1f}%, leads {other} by {lead:.1f} ± {error:.1f} points, with {wins} of {seeds} seeds: within noise.</source>
        <translation>선두 {leader}, {mean:.1f} ± {spread:.1f}%; 다음 {other}, 시드 {seeds}개 중 {wins}개에서 앞섬, 차이 {lead:.1f} ± {error:.1f}%p: 우연의 범위 안입니다.</translation>
    </message>
    <message>
        <source>{leader}, {mean:.1f}%, is ahead of {other} by {lead} rows in {rows}, more than the luck of rows.</source>
        <translation>선두 {leader}, {mean:.1f}%; 다음 {other}, {rows}행 중 {lead}행 차이: 행의 운보다 큽니다.</translation>
    </message>
    <message>
        <source>{leader}: R² {mean:.3f}.</source>
        <translation>선두 {leader}: 결정계수 R² {mean:.3f}.</translation>
    </message>
    <message>
        <source>{leader}: {mean:.1f}%.</source>
        <translation>{leader}: {mean:.1f}%.</translation>
    </message>
    <message>
        <source>{mean:.1f} ± {spread:.1f}% over {seeds} seeds.</source>
        <translation>시드 {seeds}개: {mean:.1f} ± {spread:.1f}%.</translation>
    </message>
    <message>
        <source>{names} are each right on {mean:.1f}% of {rows} rows.</source>
        <translation>설정 {names} 모두 각각 {rows}행의 {mean:.1f}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>{name} diverged with {gone} of {seeds} seeds and is not ranked.</source>
        <translation>{name}: 시드 {seeds}개 중 {gone}개에서 발산하여 순위에 없습니다.</translation>
    </message>
    <message>
        <source>{name} diverged.</source>
        <translation>{name}: 발산했습니다.</translation>
    </message>
    <message>
        <source>{name} has trained {steps} steps fewer.</source>
        <translation>{name}: 학습한 스텝이 {steps}개 더 적습니다.</translation>
    </message>
    <message>
        <source>{other}: better on {won} rows, worse on {lost}; p = {p:.2g}.</source>
        <translation>{other}: 선두가 나은 행 {won}, 못한 행 {lost}; p = {p:.2g}.</translation>
    </message>
    <message>
        <source>{other}: no seed in common.</source>
        <translation>{other}: 같은 시드가 없습니다.</translation>
    </message>
    <message>
        <source>{other}: {lead:.1f} ± {error:.1f} points behind, with {wins} of {seeds} seeds; p = {p:.2g}.</source>
        <translation>{other}: {lead:.1f} ± {error:.1f}%p 뒤짐, 시드 {seeds}개 중 {wins}개; p = {p:.2g}.</translation>
    </message>
    <message>
        <source>{other}: {lead:.3f} ± {error:.3f} behind, with {wins} of {seeds} seeds; p = {p:.2g}.</source>
        <translation>{other}: {lead:.3f} ± {error:.3f} 뒤짐, 시드 {seeds}개 중 {wins}개; p = {p:.2g}.</translation>
    </message>
    <message>
        <source>{settings} × {lanes} lanes × {seeds} = {trials}</source>
        <translation>{settings} × 레인 {lanes}개 × {seeds} = {trials}</translation>
    </message>
    <message>
        <source>{settings} × {seeds} = {trials}</source>
        <translation>{settings} × {seeds} = {trials}</translation>
    </message>
    <message>
        <source>{settings}, {least} to {most} seeds each: {trials}</source>
        <translation>{settings}, 시드 {least}~{most}개씩: {trials}</translation>
    </message>
    <message>
        <source>{share:.0%} of the ReLU units of layer {layer} are dead, at the start {before:.0%}.</source>
        <translation>층 {layer}: 죽은 ReLU 유닛 {share:.0%}, 처음에는 {before:.0%}.</translation>
    </message>
    <message>
        <source>{share:.0%} of the values of layer {layer} are saturated, at the start {before:.0%}.</source>
        <translation>층 {layer}: 포화된 값 {share:.0%}, 처음에는 {before:.0%}.</translation>
    </message>
    <message>
        <source>{units} units in each hidden layer</source>
        <translation>은닉층마다 유닛 {units}개</translation>
    </message>
</context>
<context>
    <name>DiagnosisBar</name>
    <message>
        <source>Diagnosis</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Problems found in this run and their remedies appear here.</source>
        <translation>학습에서 무엇이 잘못되었고 무엇이 도움이 되는지 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Show only the most urgent sentence</source>
        <translation>가장 급한 문장만 보여 줍니다</translation>
    </message>
    <message>
        <source>Show what else there is to say about this run</source>
        <translation>이 학습에 대한 다른 진단도 보여 줍니다</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더</translation>
    </message>
</context>
<context>
    <name>DiagnosisRow</name>
    <message>
        <source>An ordinary edit, with which the lanes start again; Undo takes it back. A figure comes from a copy of the lane that began anew with it, unseen, and made so many steps.</source>
        <translation>보통의 편집이며 레인이 처음부터 다시 시작합니다. 실행 취소로 되돌릴 수 있습니다. 수치는 레인의 사본이 이 처방으로 보이지 않게 처음부터 그만큼 스텝을 밟아 얻은 것입니다.</translation>
    </message>
    <message>
        <source>The numbers behind this sentence, and the view, the lane and the layer that show them</source>
        <translation>이 문장의 근거가 되는 수치와, 그것을 보여 주는 보기·레인·층</translation>
    </message>
    <message>
        <source>What came of trying the remedy</source>
        <translation>처방을 시험한 결과</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
</context>
<context>
    <name>DigitPanel</name>
    <message>
        <source>Arrow keys move the pen, Space sets it down or lifts it, Delete clears the pad.</source>
        <translation>화살표 키로 펜을 옮기고, 스페이스로 펜을 대거나 떼고, Delete로 새 종이를 꺼냅니다.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>붓</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>붓 굵기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Clear the pad (Delete)</source>
        <translation>새 종이를 꺼냅니다 (Delete)</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>여기에 그리세요</translation>
    </message>
    <message>
        <source>Draw something on the pad.</source>
        <translation>판에 무언가 그려 보세요.</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>그림판</translation>
    </message>
    <message>
        <source>Erase; so does the right mouse button</source>
        <translation>지웁니다. 마우스 오른쪽 버튼으로도 됩니다</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>How thick the strokes are: a net that has only seen thick ones may not know thin ones again.</source>
        <translation>획의 굵기입니다. 굵은 획만 본 신경망은 가는 획을 못 알아볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Press Play and draw.</source>
        <translation>재생을 누르고 그려 보세요.</translation>
    </message>
    <message>
        <source>Press Play, and the lanes answer.</source>
        <translation>재생을 누르면 레인들이 답합니다.</translation>
    </message>
    <message>
        <source>Probability of each class, lane by lane</source>
        <translation>레인별 클래스 확률</translation>
    </message>
    <message>
        <source>The drawing made small as the pictures of the data are: cropped, centred and scaled. A net knows nothing but these few numbers.</source>
        <translation>그림을 데이터의 이미지처럼 줄인 것입니다: 자르고, 가운데로 옮기고, 크기를 맞춥니다. 신경망이 아는 것은 이 몇 안 되는 수뿐입니다.</translation>
    </message>
    <message>
        <source>The net sees</source>
        <translation>신경망 입력</translation>
    </message>
    <message>
        <source>These pictures are in colour, and the pen draws grey ones: choose Digits or MNIST to draw.</source>
        <translation>이 그림은 컬러인데 펜은 회색만 그립니다. 그리려면 숫자나 MNIST를 고르세요.</translation>
    </message>
    <message>
        <source>These rows are no pictures: choose Digits, MNIST or Fashion-MNIST in the data panel to draw.</source>
        <translation>이 데이터는 이미지가 아닙니다. 그리려면 데이터 패널에서 숫자, MNIST, Fashion-MNIST 중 하나를 고르세요.</translation>
    </message>
    <message>
        <source>These rows have numbers to learn: this view asks for the class of a drawing.</source>
        <translation>이 데이터는 숫자를 배웁니다. 이 보기는 그림의 클래스를 묻습니다.</translation>
    </message>
    <message>
        <source>What the net sees</source>
        <translation>신경망이 보는 것</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
    <message>
        <source>{lane} has no answer</source>
        <translation>{lane}: 답 없음</translation>
    </message>
    <message>
        <source>{lane} says {answer} ({share})</source>
        <translation>{lane}의 예측: {answer} ({share})</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Dock {panel}</source>
        <translation>패널 붙이기: {panel}</translation>
    </message>
    <message>
        <source>Drag to move this panel, double-click to let it float</source>
        <translation>끌어서 패널을 옮기고, 두 번 클릭하면 창에서 떼어 냅니다</translation>
    </message>
    <message>
        <source>Float {panel}</source>
        <translation>패널 떼어 내기: {panel}</translation>
    </message>
    <message>
        <source>Fold {panel}</source>
        <translation>{panel} 접기</translation>
    </message>
    <message>
        <source>Hide this panel; the View menu brings it back</source>
        <translation>이 패널을 숨깁니다. 보기 메뉴에서 되살릴 수 있습니다</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>패널 숨기기: {panel}</translation>
    </message>
    <message>
        <source>Leaves only this line, to give the room to the other sections</source>
        <translation>이 줄만 남기고 자리를 다른 부분에 내줍니다</translation>
    </message>
    <message>
        <source>Let this panel float in a window of its own</source>
        <translation>이 패널을 별도 창으로 떼어 냅니다</translation>
    </message>
    <message>
        <source>Open {panel}</source>
        <translation>{panel} 펼치기</translation>
    </message>
    <message>
        <source>Put this panel back into the window</source>
        <translation>이 패널을 창에 다시 붙입니다</translation>
    </message>
    <message>
        <source>Shows the whole section</source>
        <translation>이 부분을 모두 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>내려받기 취소</translation>
    </message>
    <message>
        <source>Cancel the reading</source>
        <translation>읽기 취소</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Stop waiting: the rows that there were stay.</source>
        <translation>그만 기다립니다. 원래 데이터가 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The file is read piece by piece; until all of it is there, the old rows stay.</source>
        <translation>파일을 조각조각 읽습니다. 모두 읽을 때까지 이전 행이 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The rows come over the network once and are kept; until they are there, the old ones stay.</source>
        <translation>데이터를 네트워크에서 한 번만 받아 보관합니다. 다 받을 때까지 원래 데이터를 씁니다.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total} MB</source>
        <translation>{name}: {total} MB 중 {done} MB</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to go on with the run {file}</source>
        <translation>놓으면 저장된 실행을 이어서 합니다: {file}</translation>
    </message>
    <message>
        <source>Drop to learn from the rows of {file}</source>
        <translation>놓으면 이 파일의 데이터로 학습합니다: {file}</translation>
    </message>
    <message>
        <source>Drop to open the experiment {file}</source>
        <translation>놓으면 실험을 엽니다: {file}</translation>
    </message>
    <message>
        <source>Drop to open the trained model {file}</source>
        <translation>놓으면 학습된 모델을 엽니다: {file}</translation>
    </message>
    <message>
        <source>It is the first of {count} files: the others are left out.</source>
        <translation>파일 {count}개 중 첫째만 쓰고 나머지는 쓰지 않습니다.</translation>
    </message>
</context>
<context>
    <name>DropoutNet</name>
    <message>
        <source>Dropout rate</source>
        <translation>드롭아웃 비율</translation>
    </message>
    <message>
        <source>Off in the coming step</source>
        <translation>다음 스텝에 꺼짐</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>유닛 {number}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛 수</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>{count} off</source>
        <translation>{count}개 꺼짐</translation>
    </message>
</context>
<context>
    <name>DropoutPanel</name>
    <message>
        <source>Behind most masks it says {low} to {high}, with all units on {tested}.</source>
        <translation>마스크 대부분에서 {low}~{high}, 유닛을 모두 켜면 {tested}입니다.</translation>
    </message>
    <message>
        <source>Data loss of every lane with masks on and off</source>
        <translation>마스크를 켰을 때와 껐을 때 레인별 데이터 손실</translation>
    </message>
    <message>
        <source>Each dot is one mask's answer: where they disagree, the network is unsure (Monte Carlo dropout).</source>
        <translation>점 하나가 마스크 하나의 답입니다. 답이 갈리면 신경망이 확신하지 못하는 것입니다 (몬테카를로 드롭아웃).</translation>
    </message>
    <message>
        <source>Gal and Ghahramani 2016, “Dropout as a Bayesian Approximation: Representing Model Uncertainty in Deep Learning”.</source>
        <translation>논문: Gal, Ghahramani 2016, “Dropout as a Bayesian Approximation: Representing Model Uncertainty in Deep Learning”.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>No answers: select a lane that has not diverged</source>
        <translation>답이 없습니다. 발산하지 않은 레인을 고르세요</translation>
    </message>
    <message>
        <source>One row behind {count} masks</source>
        <translation>데이터 하나에 마스크 {count}개</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Press Play and watch which units each step switches off.</source>
        <translation>재생을 누르면 스텝마다 어떤 유닛이 꺼지는지 보입니다.</translation>
    </message>
    <message>
        <source>Probabilities of one row behind many masks</source>
        <translation>여러 마스크로 구한 데이터 하나의 확률</translation>
    </message>
    <message>
        <source>Step {step}: the rate is 0 in this lane</source>
        <translation>스텝 {step}: 이 레인의 비율은 0</translation>
    </message>
    <message>
        <source>Step {step}: {off} of {units} units that may drop are off</source>
        <translation>스텝 {step}: 드롭아웃 유닛 {units}개 중 {off}개 꺼짐</translation>
    </message>
    <message>
        <source>The coming step</source>
        <translation>다음 스텝</translation>
    </message>
    <message>
        <source>The network that the coming step trains</source>
        <translation>다음 스텝이 학습할 신경망</translation>
    </message>
    <message>
        <source>There is no dropout in this stack. Add a dropout layer behind an activation, in the layers panel, and press Play: its masks are drawn here.</source>
        <translation>드롭아웃 층이 없습니다. 층 패널에서 활성화 뒤에 드롭아웃 층을 추가하고 학습을 누르면 마스크가 여기에 그려집니다.</translation>
    </message>
    <message>
        <source>Training loss with and without masks</source>
        <translation>마스크 유무에 따른 훈련 손실</translation>
    </message>
    <message>
        <source>What is left of the network for the first row of the batch; every row draws a mask of its own.</source>
        <translation>배치의 첫 데이터에 남은 신경망입니다. 데이터마다 마스크를 따로 뽑습니다.</translation>
    </message>
    <message>
        <source>With masks on the loss is higher: a network in training does worse than the same one in testing.</source>
        <translation>마스크를 켜면 손실이 더 큽니다. 같은 신경망이라도 훈련 때는 테스트 때보다 못합니다.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>labelled {label}</source>
        <translation>레이블 {label}</translation>
    </message>
    <message>
        <source>labelled {label} by label noise, but it is {truth}</source>
        <translation>레이블 잡음으로 {label}, 정답은 {truth}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}: select another lane</source>
        <translation>{name}: 스텝 {step}에서 발산했습니다. 다른 레인을 고르세요</translation>
    </message>
    <message>
        <source>{name} has stopped: select another lane</source>
        <translation>{name}: 더 학습하지 않습니다. 다른 레인을 고르세요</translation>
    </message>
</context>
<context>
    <name>DropoutRow</name>
    <message>
        <source>Crosses are units that are switched off: about that share, others in each step.</source>
        <translation>가위표는 꺼진 유닛입니다. 대략 이 비율만큼, 스텝마다 다르게 꺼집니다.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>layers in another order</source>
        <translation>층 순서 변경</translation>
    </message>
    <message>
        <source>{count} other settings</source>
        <translation>설정 {count}개 변경</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Done: {step} steps</source>
        <translation>완료: {step}스텝</translation>
    </message>
    <message>
        <source>Early stopping ended the run at step {step}: no lane's test loss falls any more.</source>
        <translation>조기 종료로 스텝 {step}에서 실행이 끝났습니다: 어느 레인의 테스트 손실도 더 줄지 않습니다.</translation>
    </message>
    <message>
        <source>Early stopping ended the run at step {step}: no lane's validation loss falls any more.</source>
        <translation>조기 종료로 스텝 {step}에서 실행이 끝났습니다: 어느 레인의 검증 손실도 더 줄지 않습니다.</translation>
    </message>
    <message>
        <source>Ended at step {step}</source>
        <translation>스텝 {step}에서 끝남</translation>
    </message>
    <message>
        <source>Lanes show their best, where their test loss was lowest: see the table.</source>
        <translation>각 레인은 테스트 손실이 가장 낮았던 가장 좋은 상태를 보여 줍니다. 표를 보세요.</translation>
    </message>
    <message>
        <source>Lanes show their best, where their test loss was lowest: see the table. Play goes on from {step}.</source>
        <translation>레인들은 테스트 손실이 가장 낮았을 때의 가중치를 보여 줍니다(표 참고). 재생하면 스텝 {step}에서 이어집니다.</translation>
    </message>
    <message>
        <source>Lanes show their best, where their validation loss was lowest: see the table.</source>
        <translation>레인은 검증 손실이 가장 낮았던 때를 보여 줍니다. 표를 보세요.</translation>
    </message>
    <message>
        <source>Lanes show their best, where their validation loss was lowest: see the table. Play goes on from {step}.</source>
        <translation>레인은 검증 손실이 가장 낮았던 때를 보여 줍니다. 표를 보세요. 학습은 스텝 {step}부터 이어집니다.</translation>
    </message>
    <message>
        <source>Shown is the best, that of step {best}, where the test loss was lowest.</source>
        <translation>테스트 손실이 가장 낮았던 {best}스텝의 가장 좋은 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shown is the best, that of step {best}, where the test loss was lowest. Play goes on from {step}.</source>
        <translation>테스트 손실이 가장 낮았던 스텝 {best}의 최적 가중치를 보여 줍니다. 재생하면 스텝 {step}에서 이어집니다.</translation>
    </message>
    <message>
        <source>Shown is the best, that of step {best}, where the validation loss was lowest.</source>
        <translation>검증 손실이 가장 낮았던 {best}스텝의 가장 좋은 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shown is the best, that of step {best}, where the validation loss was lowest. Play goes on from {step}.</source>
        <translation>검증 손실이 가장 낮았던 스텝 {best}의 최적 가중치를 보여 줍니다. 재생하면 스텝 {step}에서 이어집니다.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>weights of step {best}</source>
        <translation>{best}스텝의 가중치</translation>
    </message>
    <message>
        <source>{count} of {lanes} lanes diverged</source>
        <translation>레인 {lanes}개 중 {count}개 발산</translation>
    </message>
    <message>
        <source>{count} of {lanes} stopped early</source>
        <translation>{lanes}개 중 {count}개 조기 종료</translation>
    </message>
</context>
<context>
    <name>ErrorPlaces</name>
    <message>
        <source>Layer {number}</source>
        <translation>층 {number}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>--seeds must be at least 1.</source>
        <translation>--seeds는 1 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>--set {setting}: here only data.* can be set.</source>
        <translation>--set {setting}: 여기서는 data.*만 정할 수 있습니다.</translation>
    </message>
    <message>
        <source>--set {setting}: here only how the file is written can be set, such as data.sheet or data.names_line.</source>
        <translation>--set {setting}: 여기서는 data.sheet나 data.names_line처럼 파일이 쓰인 방식만 정할 수 있습니다.</translation>
    </message>
    <message>
        <source>--set {setting}: write PATH=VALUE, such as layers.*.l2=0.01.</source>
        <translation>--set {setting}: layers.*.l2=0.01처럼 PATH=VALUE로 쓰세요.</translation>
    </message>
    <message>
        <source>A formula is empty: write one, such as x1*x2, or take it away.</source>
        <translation>빈 수식이 있습니다: x1*x2처럼 쓰거나 없애세요.</translation>
    </message>
    <message>
        <source>A grid needs at least one value of each of its settings.</source>
        <translation>격자에는 설정마다 값이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>A grid varies one or two settings.</source>
        <translation>격자는 설정 하나나 둘을 바꿉니다.</translation>
    </message>
    <message>
        <source>A layer can only grow here: {units} units are there already.</source>
        <translation>여기서는 층을 넓힐 수만 있습니다. 유닛이 이미 {units}개 있습니다.</translation>
    </message>
    <message>
        <source>A line above the table is not read: {text}.</source>
        <translation>표 위의 한 줄은 읽지 않습니다: {text}.</translation>
    </message>
    <message>
        <source>A random search needs at least one setting and one lane.</source>
        <translation>무작위 탐색에는 설정과 레인이 하나씩은 있어야 합니다.</translation>
    </message>
    <message>
        <source>A row of {name} has 1 feature; these have the shape {found}.</source>
        <translation>{name}의 행에는 특징이 1개인데, 주어진 값의 모양은 {found}입니다.</translation>
    </message>
    <message>
        <source>A row of {name} has {wanted} features; these have the shape {found}.</source>
        <translation>{name}의 행에는 특징이 {wanted}개 있어야 하는데, 주어진 것의 모양은 {found}입니다.</translation>
    </message>
    <message>
        <source>A sweep over several processes needs Dask: install nn-playground[sweep], or add --workers 0 to train in this one.</source>
        <translation>여러 프로세스로 스윕하려면 Dask가 필요합니다. nn-playground[sweep]을 설치하거나, 이 프로세스에서 학습하도록 --workers 0을 붙이세요.</translation>
    </message>
    <message>
        <source>A weight must be a number that float32 can hold; got {value}.</source>
        <translation>가중치는 float32로 나타낼 수 있는 수여야 합니다. 받은 값: {value}.</translation>
    </message>
    <message>
        <source>All pictures are brought to {width} × {height} pixels.</source>
        <translation>모든 그림의 크기를 {width} × {height} 픽셀로 맞춥니다.</translation>
    </message>
    <message>
        <source>All test rows are of {label}: always saying so is right each time.</source>
        <translation>테스트 행이 모두 한 클래스입니다({label}). 늘 그렇게만 답해도 다 맞습니다.</translation>
    </message>
    <message>
        <source>All units of the layer are off: there is none to be copied.</source>
        <translation>이 층의 유닛이 모두 꺼져 있어 복사할 유닛이 없습니다.</translation>
    </message>
    <message>
        <source>An experiment is a JSON object with fields such as name, data and layers.</source>
        <translation>실험은 name, data, layers 같은 항목을 가진 JSON 객체입니다.</translation>
    </message>
    <message>
        <source>Behind the output layer there is none: it says what comes out.</source>
        <translation>출력층 뒤에는 층을 둘 수 없습니다. 출력층이 결과를 내기 때문입니다.</translation>
    </message>
    <message>
        <source>Column {column} has numbers in several units, {values}, so they cannot be compared: write all of them in one unit in the file.</source>
        <translation>{column} 열의 숫자는 단위가 여러 가지({values})여서 비교할 수 없습니다. 파일에서 모두 한 단위로 쓰세요.</translation>
    </message>
    <message>
        <source>Column {column} has other marks in its numbers than the rest of the file: {value} is read as {number}.</source>
        <translation>열 {column}: {value} → {number}. 이 열의 소수점과 천 단위 구분 기호는 파일의 나머지와 다릅니다.</translation>
    </message>
    <message>
        <source>Column {column} is ignored: {reason}.</source>
        <translation>무시한 열 {column}: {reason}.</translation>
    </message>
    <message>
        <source>Column {column} is read as numbers: {value} is {number}.</source>
        <translation>{column} 열을 숫자로 읽습니다. {value} 값은 {number}입니다.</translation>
    </message>
    <message>
        <source>Column {column} never changes, so it tells nothing.</source>
        <translation>열 {column}: 값이 늘 같아 아무것도 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Column {column} says yes or no in several ways ({values}), which count as {count} different values: write them alike in the file.</source>
        <translation>{column} 열에는 예와 아니요가 여러 가지로 쓰여 있어({values}) 서로 다른 값 {count}개로 셉니다. 파일에서 같게 쓰세요.</translation>
    </message>
    <message>
        <source>Column {column}: its numbers have more digits than the 7 that are kept; add {offset} in the file.</source>
        <translation>{column} 열: 숫자의 자릿수가 저장되는 7자리보다 많습니다. 파일의 값에 {offset}만큼 더하세요.</translation>
    </message>
    <message>
        <source>Column {column}: its numbers have more digits than the 7 that are kept; subtract {offset} in the file.</source>
        <translation>{column} 열: 숫자의 자릿수가 저장되는 7자리보다 많습니다. 파일의 값에서 {offset}만큼 빼세요.</translation>
    </message>
    <message>
        <source>Column {column}: {value} is read as {number}, since decimals have a comma in this file.</source>
        <translation>열 {column}: {value} → {number}. 이 파일의 소수점은 쉼표입니다.</translation>
    </message>
    <message>
        <source>Columns that are ignored as well: {count}.</source>
        <translation>그 밖에 무시한 열: {count}개.</translation>
    </message>
    <message>
        <source>Columns without a name are called by their place: {columns}.</source>
        <translation>이름 없는 열은 자리로 부릅니다: {columns}.</translation>
    </message>
    <message>
        <source>Count it as a value</source>
        <translation>값으로 세기</translation>
    </message>
    <message>
        <source>Count it as missing</source>
        <translation>빠진 값으로 세기</translation>
    </message>
    <message>
        <source>Day and month may be the other way round in {columns}, where none is above 12: {day} is read, not {other}.</source>
        <translation>{columns}: 12보다 큰 수가 없어 일과 월이 바뀌었을 수 있습니다. 읽은 날짜: {day}, 다르게 읽으면: {other}.</translation>
    </message>
    <message>
        <source>Each row ends with a separator more than the header: it is left out.</source>
        <translation>각 행 끝에 머리글보다 구분자가 하나 더 있어 뺐습니다.</translation>
    </message>
    <message>
        <source>Exporting to ONNX needs one more package: {command} installs it.</source>
        <translation>ONNX로 내보내려면 패키지가 하나 더 필요합니다. 설치 명령: {command}</translation>
    </message>
    <message>
        <source>Fill in the holes</source>
        <translation>빈 곳 채우기</translation>
    </message>
    <message>
        <source>Give its cycles, too</source>
        <translation>주기도 함께 주기</translation>
    </message>
    <message>
        <source>Give the number alone</source>
        <translation>날짜 수만 주기</translation>
    </message>
    <message>
        <source>Ignore it</source>
        <translation>무시하기</translation>
    </message>
    <message>
        <source>Ignore them</source>
        <translation>모두 무시하기</translation>
    </message>
    <message>
        <source>Layer norm behind it takes the mean of all units: without changing what comes out, there can only be twice as many, or three times, and so on.</source>
        <translation>뒤의 레이어 정규화가 모든 유닛의 평균을 씁니다. 나오는 값을 바꾸지 않으려면 유닛을 2배, 3배처럼 정수배로만 늘릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} makes another number of values of what comes in, so that layer {next}, behind it, has no weights for what it would see.</source>
        <translation>층 {layer}: 들어오는 값과 나가는 값의 개수가 달라, 이 층이 없으면 뒤의 층 {next}에 맞는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>Learn from them too</source>
        <translation>이 행들도 배우기</translation>
    </message>
    <message>
        <source>Learn numbers</source>
        <translation>수로 학습</translation>
    </message>
    <message>
        <source>Learn {column} instead</source>
        <translation>대신 {column} 배우기</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>모두 빼기</translation>
    </message>
    <message>
        <source>Leave these rows out</source>
        <translation>이 행들을 빼기</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>이 행 빼기</translation>
    </message>
    <message>
        <source>Let them hardly count</source>
        <translation>거의 영향 없게 하기</translation>
    </message>
    <message>
        <source>Line {line} is left out, for it gives sums or means of the rows: {text}.</source>
        <translation>{line}번째 줄은 데이터의 합계나 평균이라 뺐습니다: {text}.</translation>
    </message>
    <message>
        <source>Line {line} is left out, for it has separators alone.</source>
        <translation>{line}행은 구분 기호만 있어서 뺐습니다.</translation>
    </message>
    <message>
        <source>Line {line} is left out, for it is a note on the table: {text}.</source>
        <translation>{line}번째 줄은 표에 붙은 설명이라 뺐습니다: {text}.</translation>
    </message>
    <message>
        <source>Line {line} is left out, for it says more of the columns: {text}.</source>
        <translation>{line}번째 줄은 열을 설명하는 줄이라 뺐습니다: {text}.</translation>
    </message>
    <message>
        <source>Line {line} is left out: {text}.</source>
        <translation>{line}번째 줄을 뺐습니다: {text}.</translation>
    </message>
    <message>
        <source>Line {line} seems to be no row: {text}.</source>
        <translation>{line}번째 줄은 데이터가 아닌 것 같습니다: {text}.</translation>
    </message>
    <message>
        <source>Lines at the end that have separators alone are no rows: {count}, from line {line} on.</source>
        <translation>구분 기호만 있는 끝부분의 줄은 행이 아닙니다: {count}개, {line}행부터.</translation>
    </message>
    <message>
        <source>Mix the rows</source>
        <translation>행 섞기</translation>
    </message>
    <message>
        <source>Names are put together of several lines: {names}.</source>
        <translation>여러 줄을 이어 열 이름을 만들었습니다: {names}.</translation>
    </message>
    <message>
        <source>Names that come twice have got a number: {columns}.</source>
        <translation>겹치는 이름에 번호를 붙였습니다: {columns}.</translation>
    </message>
    <message>
        <source>No lane is left to train: each has stopped early or diverged. Reset starts them again.</source>
        <translation>학습할 레인이 남아 있지 않습니다. 모두 조기 종료되었거나 발산했습니다. 처음으로 되돌리면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>No training row is of {classes}, so it cannot be learned.</source>
        <translation>훈련 행에 없는 클래스라 배울 수 없습니다: {classes}.</translation>
    </message>
    <message>
        <source>No window can open: the display {display} does not answer, or refuses this user; use '{command}', which needs none.</source>
        <translation>창을 열 수 없습니다. 이 화면({display})에서 응답이 없거나 이 사용자를 거부합니다. 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>Nothing is painted yet: choose another source, or paint two points at least.</source>
        <translation>아직 그린 점이 없습니다. 다른 데이터를 고르거나 점을 두 개 이상 그리세요.</translation>
    </message>
    <message>
        <source>Of the first {examined} rows, those with the features and the label of another row: {count}.</source>
        <translation>처음 데이터 {examined}개 가운데 특징과 레이블이 다른 행과 모두 같은 행: {count}개.</translation>
    </message>
    <message>
        <source>Of {rows} training rows the first {count} were looked at.</source>
        <translation>훈련 행 {rows}개 가운데 처음 {count}개만 살펴보았습니다.</translation>
    </message>
    <message>
        <source>Only pictures can be moved and turned before each step.</source>
        <translation>그림만 각 단계 전에 옮기고 돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Only {first} may stand without its name; write the others as name=value.</source>
        <translation>이름 없이 쓸 수 있는 것은 {first}뿐입니다. 나머지는 이름=값으로 쓰세요.</translation>
    </message>
    <message>
        <source>Points may stand between thousands in {columns}, where three digits are behind each: {value} is read as {number}, not {other}.</source>
        <translation>{columns}: 점 뒤가 모두 세 자리라서 점이 천 단위 구분 기호일 수 있습니다. 읽은 값: {value} → {number}, 다르게 읽으면: {other}.</translation>
    </message>
    <message>
        <source>Qt cannot be loaded, so no window can open: {problem}; use '{command}', which needs none.</source>
        <translation>Qt를 불러올 수 없어 창을 열 수 없습니다: {problem}. 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>Read is sheet {name} of {names}.</source>
        <translation>읽은 시트: {name} (모두: {names}).</translation>
    </message>
    <message>
        <source>Read it as a row</source>
        <translation>데이터로 읽기</translation>
    </message>
    <message>
        <source>Read it the other way</source>
        <translation>바꾸어 읽기</translation>
    </message>
    <message>
        <source>Read them as numbers</source>
        <translation>숫자로 읽기</translation>
    </message>
    <message>
        <source>Read them as pictures</source>
        <translation>그림으로 읽기</translation>
    </message>
    <message>
        <source>Read them the other way</source>
        <translation>바꾸어 읽기</translation>
    </message>
    <message>
        <source>Read {name} instead</source>
        <translation>{name} 시트 읽기</translation>
    </message>
    <message>
        <source>Rows in which {column} counts as missing, since it is {values}: {count}.</source>
        <translation>{column} 열의 값이 {values}라서 빠진 값으로 세는 행: {count}개.</translation>
    </message>
    <message>
        <source>Rows in which {column} is {value}, far from all its other values: {count}. Does it say that there is none?</source>
        <translation>{column} 열의 값이 {value}인 행: {count}개. 다른 모든 값에서 멀리 떨어져 있습니다. 값이 없다는 뜻입니까?</translation>
    </message>
    <message>
        <source>Rows left out, because a value that they must have is missing: {count}.</source>
        <translation>꼭 있어야 할 값이 없어 뺀 행: {count}.</translation>
    </message>
    <message>
        <source>Rows left out, because no cell of them has a value: {count}, the first in line {line}.</source>
        <translation>값이 있는 칸이 하나도 없어서 뺀 행: {count}개, 첫 번째는 {line}행.</translation>
    </message>
    <message>
        <source>Rows left out, because they have no label: {count}.</source>
        <translation>레이블이 없어 제외한 행: {count}.</translation>
    </message>
    <message>
        <source>Rows left out, because they repeat another one: {count}.</source>
        <translation>다른 행을 되풀이해서 뺀 행: {count}개.</translation>
    </message>
    <message>
        <source>Rows of {parts} are joined in this order; the split makes new ones.</source>
        <translation>행을 이 순서로 합칩니다: {parts}. 나누기는 새로 합니다.</translation>
    </message>
    <message>
        <source>Rows with the features and the label of another row: {count}. One may be trained on and its twin tested.</source>
        <translation>특징과 레이블이 다른 행과 모두 같은 행: {count}개. 하나로 훈련하고 같은 것으로 테스트할 수 있습니다.</translation>
    </message>
    <message>
        <source>Rows with the features of another row, but another class: {count}.</source>
        <translation>특징은 같은데 클래스가 다른 데이터: {count}개.</translation>
    </message>
    <message>
        <source>Rows with the features of another row, but another number to learn: {count}.</source>
        <translation>특징은 다른 행과 같은데 배울 숫자가 다른 행: {count}개.</translation>
    </message>
    <message>
        <source>Rows without {column}, in which its commonest value stands in: {count} of {rows}.</source>
        <translation>{column} 값이 없어 가장 흔한 값으로 대신하는 행: {rows}개 중 {count}개.</translation>
    </message>
    <message>
        <source>Rows without {column}, in which its mean stands in: {count} of {rows}.</source>
        <translation>{column} 값이 없어 평균으로 대신하는 행: {rows}개 중 {count}개.</translation>
    </message>
    <message>
        <source>Say what to write: --onnx FILE, --script FILE, or both.</source>
        <translation>무엇을 쓸지 정하세요: --onnx FILE, --script FILE, 또는 둘 다.</translation>
    </message>
    <message>
        <source>Seeds are no setting: write --seeds N in place of seed=...</source>
        <translation>시드는 설정이 아닙니다. seed=... 대신 --seeds N을 쓰세요.</translation>
    </message>
    <message>
        <source>Share out each class</source>
        <translation>클래스마다 고르게</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>표준화하기</translation>
    </message>
    <message>
        <source>Take it as a category</source>
        <translation>범주로 다루기</translation>
    </message>
    <message>
        <source>Test rows with the features of a training row: {count}. They need no learning.</source>
        <translation>훈련 행과 특징이 모두 같은 테스트 행: {count}개. 배우지 않아도 맞힙니다.</translation>
    </message>
    <message>
        <source>The classes are unbalanced: {largest} has {most} rows, {smallest} has {least}.</source>
        <translation>클래스가 불균형합니다. 데이터 수: {largest} {most}개, {smallest} {least}개.</translation>
    </message>
    <message>
        <source>The classes are unbalanced: {largest} has {most} rows, {smallest} has {least}. Always saying {largest} is right in {share} % of them, so precision and recall of the others say more than accuracy.</source>
        <translation>클래스가 불균형합니다. 데이터 수: {largest} {most}개, {smallest} {least}개. 항상 {largest}라고 답해도 {share} %가 맞으므로, 정확도보다 다른 클래스의 정밀도와 재현율이 더 많은 것을 알려 줍니다.</translation>
    </message>
    <message>
        <source>The columns of these rows differ in length.</source>
        <translation>이 행들의 열 길이가 서로 다릅니다.</translation>
    </message>
    <message>
        <source>The edits are back, but the run is damaged: it starts again.</source>
        <translation>편집은 되살렸지만 학습 상태가 손상되어 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The experiment holds a value that JSON cannot: {problem}.</source>
        <translation>실험에 JSON으로 쓸 수 없는 값이 있습니다: {problem}.</translation>
    </message>
    <message>
        <source>The experiment is nested too deeply to be one.</source>
        <translation>실험이라기에는 너무 깊게 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>The experiment is not valid JSON: {problem}.</source>
        <translation>실험이 올바른 JSON이 아닙니다: {problem}.</translation>
    </message>
    <message>
        <source>The experiment is not valid JSON{where}.</source>
        <translation>실험이 올바른 JSON이 아닙니다{where}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {problem}.</source>
        <translation>파일을 쓸 수 없습니다: {problem}.</translation>
    </message>
    <message>
        <source>The first line is a row like the others, so columns are called by their place.</source>
        <translation>첫 줄도 다른 줄과 같은 행이므로 열을 자리로 부릅니다.</translation>
    </message>
    <message>
        <source>The formula {formula}… has {length} characters; at most {most} are possible.</source>
        <translation>수식 {formula}…: 글자가 {length}개입니다. 최대 {most}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The input {formula} has no value where {values}: {count} of {rows} rows are so. Change the formula, as in log(abs(x1) + 1), or take it away.</source>
        <translation>입력 {formula}: {values}일 때 값이 없습니다. 데이터 {rows}개 중 {count}개가 그렇습니다. log(abs(x1) + 1)처럼 수식을 고치거나 없애세요.</translation>
    </message>
    <message>
        <source>The name of the file to write is empty: give one.</source>
        <translation>쓸 파일의 이름이 비어 있습니다. 이름을 정하세요.</translation>
    </message>
    <message>
        <source>The network is not drawn yet: show its panel first.</source>
        <translation>신경망이 아직 그려지지 않았습니다. 먼저 신경망 패널을 여세요.</translation>
    </message>
    <message>
        <source>The network is too large for an ONNX file: those hold no more than 2 GB.</source>
        <translation>신경망이 너무 커서 ONNX 파일에 담을 수 없습니다. 2 GB까지만 됩니다.</translation>
    </message>
    <message>
        <source>The output layer has a unit for each class, and so cannot grow.</source>
        <translation>출력층은 클래스마다 유닛이 하나씩이라 넓힐 수 없습니다.</translation>
    </message>
    <message>
        <source>The output layer says what comes out, so it stays.</source>
        <translation>출력층은 무엇이 나올지 말하는 층이라 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The rows are not read yet, so it is not known how many there are.</source>
        <translation>데이터를 아직 읽지 않아서 몇 개인지 모릅니다.</translation>
    </message>
    <message>
        <source>The rows are still being read: play again in a moment.</source>
        <translation>데이터를 아직 읽는 중입니다. 잠시 후 다시 학습을 누르세요.</translation>
    </message>
    <message>
        <source>The rows of {name} were not read from a source: lanes cannot have others.</source>
        <translation>{name}의 행은 원본에서 읽은 것이 아니어서 레인이 다른 행을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The rows of {source} are not those that the sweep of {file} began with.</source>
        <translation>{source}: {file} 스윕을 시작할 때의 데이터가 아닙니다.</translation>
    </message>
    <message>
        <source>The run was still busy when the window was closed: its steps since it was saved last are lost.</source>
        <translation>창을 닫을 때 실행이 아직 바빴습니다: 마지막으로 저장한 뒤의 스텝은 사라졌습니다.</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers: start some, and try again.</source>
        <translation>{address}: 이 스케줄러에 워커가 없습니다. 워커를 시작하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The script would hold {size} MB of weights and rows, more than the {most} MB that make sense: save the model instead.</source>
        <translation>스크립트에 가중치와 데이터가 {size} MB 들어가 {most} MB를 넘습니다. 대신 모델을 저장하세요.</translation>
    </message>
    <message>
        <source>The selected lane has no hidden layer: select another one.</source>
        <translation>선택한 레인에는 은닉층이 없습니다. 다른 레인을 선택하세요.</translation>
    </message>
    <message>
        <source>The text on the clipboard is larger than 10 MB, so it is not an experiment.</source>
        <translation>클립보드의 텍스트가 10 MB보다 크므로 실험이 아닙니다.</translation>
    </message>
    <message>
        <source>The text on the clipboard is not an experiment, which begins with a brace, nor cells of a spreadsheet: at least two lines of two columns, with tabs between them.</source>
        <translation>클립보드의 텍스트는 중괄호로 시작하는 실험도, 스프레드시트의 셀도 아닙니다. 셀은 탭으로 나뉜 열이 두 개 이상, 줄이 두 개 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The text on the clipboard is not an experiment. {problem}</source>
        <translation>클립보드의 텍스트는 실험이 아닙니다. {problem}</translation>
    </message>
    <message>
        <source>The unsaved work from {time} is damaged and was put aside in {folder}.</source>
        <translation>{time}의 저장하지 않은 작업이 손상되어 따로 옮겨 두었습니다: {folder}</translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here (on Debian and Ubuntu: sudo apt-get install {packages}); use '{command}', which needs none.</source>
        <translation>창에 필요한 시스템 라이브러리가 없습니다(Debian과 Ubuntu: sudo apt-get install {packages}). 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>The workers of {address} have no playground: install nn-playground[sweep] there, the same version as here.</source>
        <translation>{address}: 워커에 playground가 없습니다. 그곳에 여기와 같은 버전의 nn-playground[sweep]을 설치하세요.</translation>
    </message>
    <message>
        <source>There are more features ({features}) than training rows ({rows}): what tells these apart may do so by chance, and one split says little.</source>
        <translation>특징({features}개)이 훈련 행({rows}개)보다 많습니다. 행들을 구별하는 것이 우연일 수 있고, 한 번의 분할로는 알 수 있는 것이 적습니다.</translation>
    </message>
    <message>
        <source>There are no figures to export yet.</source>
        <translation>아직 내보낼 수치가 없습니다.</translation>
    </message>
    <message>
        <source>There are too few training rows to cut them into folds.</source>
        <translation>훈련 행이 너무 적어 폴드로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>There are too few training rows to learn from a part of them.</source>
        <translation>훈련 데이터가 너무 적어서 일부만으로 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>There are {count} lanes: choose one of {lanes}.</source>
        <translation>레인이 {count}개입니다. 하나를 고르세요: {lanes}.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}: {reason}.</source>
        <translation>{address}: Dask 스케줄러가 없습니다. {reason}.</translation>
    </message>
    <message>
        <source>There is no display here to open the window on; use '{command}', which needs none.</source>
        <translation>여기에는 창을 열 화면이 없습니다. 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>There is no dropout layer: add one to the stack to compare its rates.</source>
        <translation>드롭아웃 층이 없습니다. 비율을 비교하려면 층을 추가하세요.</translation>
    </message>
    <message>
        <source>There is no hidden dense layer: add one to the stack first.</source>
        <translation>은닉 완전 연결 층이 없습니다. 먼저 층을 추가하세요.</translation>
    </message>
    <message>
        <source>There is no hidden layer to normalize: add one to the stack first.</source>
        <translation>정규화할 은닉층이 없습니다. 먼저 층을 추가하세요.</translation>
    </message>
    <message>
        <source>There is no lane {lane}; there are {names}.</source>
        <translation>{lane} 레인은 없습니다. 있는 레인은 {names}입니다.</translation>
    </message>
    <message>
        <source>There is no lane {name}: choose one of {lanes}.</source>
        <translation>{name}: 그런 레인이 없습니다. 있는 레인: {lanes}.</translation>
    </message>
    <message>
        <source>There is no network to save yet.</source>
        <translation>아직 저장할 신경망이 없습니다.</translation>
    </message>
    <message>
        <source>There is no preset {name}; there are {presets}.</source>
        <translation>{name}: 그런 예제가 없습니다. 있는 예제: {presets}.</translation>
    </message>
    <message>
        <source>There is no such weight in this network.</source>
        <translation>이 신경망에는 그런 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard: copy an experiment first.</source>
        <translation>클립보드에 텍스트가 없습니다. 먼저 실험을 복사하세요.</translation>
    </message>
    <message>
        <source>There is no view {name}; there are {names}.</source>
        <translation>{name} 보기는 없습니다. 있는 보기는 {names}입니다.</translation>
    </message>
    <message>
        <source>There is no {folder} of a sweep that was broken off.</source>
        <translation>{folder}: 중단된 스윕이 없습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: make it smaller.</source>
        <translation>이 신경망에 쓸 메모리가 모자랍니다. 더 작게 만드세요.</translation>
    </message>
    <message>
        <source>There is nothing to export yet: choose a data source first.</source>
        <translation>아직 내보낼 것이 없습니다: 먼저 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There is nothing to export yet: the rows are still being read.</source>
        <translation>아직 내보낼 것이 없습니다: 행을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>There is nothing to save yet: choose a data source first.</source>
        <translation>아직 저장할 것이 없습니다: 먼저 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There is nothing to save yet: the rows are still being read.</source>
        <translation>아직 저장할 것이 없습니다: 행을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>There is nothing to sweep: add --grid PATH=V1,V2, --random or --seeds N.</source>
        <translation>스윕할 것이 없습니다. --grid PATH=V1,V2, --random 또는 --seeds N을 붙이세요.</translation>
    </message>
    <message>
        <source>These rows have more than one column {column}.</source>
        <translation>이 행들에는 {column} 열이 둘 이상 있습니다.</translation>
    </message>
    <message>
        <source>These rows have {fewest} to {most} values: all must have as many.</source>
        <translation>이 행들의 값은 {fewest}개에서 {most}개까지입니다. 모든 행의 값 개수가 같아야 합니다.</translation>
    </message>
    <message>
        <source>These rows lack {columns}: {name} was learned by columns of these names.</source>
        <translation>이 행들에는 {columns} 열이 없습니다. {name}에는 학습할 때 그 이름의 열이 있었습니다.</translation>
    </message>
    <message>
        <source>These trials differ in {path}, which is the same for all lanes: choose some with one value of it.</source>
        <translation>고른 시행들의 {path} 값이 다릅니다. 이 설정은 모든 레인에 같아야 하니, 값이 같은 것만 고르세요.</translation>
    </message>
    <message>
        <source>This unsaved work is already open in another window.</source>
        <translation>저장하지 않은 이 작업은 이미 다른 창에 열려 있습니다.</translation>
    </message>
    <message>
        <source>This unsaved work is not there any more: newer work has taken its place.</source>
        <translation>저장되지 않은 이 작업은 더 이상 없습니다. 더 새로운 작업이 그 자리를 차지했습니다.</translation>
    </message>
    <message>
        <source>To be answered, give rows: a pandas frame, an array or a list of rows; got {given}.</source>
        <translation>답을 얻으려면 행을 주세요. pandas 데이터프레임, 배열, 행의 목록 가운데 하나입니다. 주어진 것: {given}.</translation>
    </message>
    <message>
        <source>Training rows: {count}, so few that chance decides much.</source>
        <translation>학습 행이 {count}개뿐이어서 우연에 크게 좌우됩니다.</translation>
    </message>
    <message>
        <source>Training stopped: {problem}.</source>
        <translation>학습이 멈췄습니다: {problem}.</translation>
    </message>
    <message>
        <source>Trial {trial}, {setting}, needs about {needed:.1f} GB of memory, but a worker has {available:.1f} GB: use fewer units or rows, or fewer workers.</source>
        <translation>시행 {trial}({setting})에는 메모리가 약 {needed:.1f} GB 필요하지만 워커에는 {available:.1f} GB가 있습니다. 유닛, 행 또는 워커를 줄이세요.</translation>
    </message>
    <message>
        <source>Units are off behind it that are counted over all maps: switch them on first.</source>
        <translation>뒤쪽에 모든 맵을 통틀어 번호를 매긴 유닛이 꺼져 있습니다. 먼저 다시 켜세요.</translation>
    </message>
    <message>
        <source>Unsaved work is not kept safe just now: {problem}</source>
        <translation>지금은 저장하지 않은 작업을 보관하지 못합니다: {problem}</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>사용하기</translation>
    </message>
    <message>
        <source>What comes out there is no picture any more, so that no filter can hand it on.</source>
        <translation>그곳에서 나오는 것은 더 이상 그림이 아니므로 필터가 그대로 넘길 수 없습니다.</translation>
    </message>
    <message>
        <source>Where they are no mistakes, the loss Huber with a robust label, scaled by median and quartiles, keeps them in and lets them hardly count.</source>
        <translation>실수가 아니라면, 중앙값과 사분위수로 조정한 견고한 레이블과 Huber 손실이 그 값들을 남겨 두되 거의 영향을 주지 않게 합니다.</translation>
    </message>
    <message>
        <source>Write each setting as name=value.</source>
        <translation>설정은 이름=값으로 쓰세요.</translation>
    </message>
    <message>
        <source>by choice</source>
        <translation>직접 고름</translation>
    </message>
    <message>
        <source>column {column}: {value} is no code of its categories: {codes}. A pandas frame may have their names.</source>
        <translation>{column} 열: 범주의 코드에 {value} 값은 없습니다({codes}). pandas 데이터프레임에는 범주의 이름을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>data.folds alone changes no trial: add --grid data.fold={folds}, so that each fold validates once.</source>
        <translation>data.folds만으로는 어떤 시행도 달라지지 않습니다. 각 폴드가 한 번씩 검증하려면 다음을 더하세요: --grid data.fold={folds}</translation>
    </message>
    <message>
        <source>data.points.{index}: the class of a point must be a whole number from 0 to {most}; got {value}.</source>
        <translation>data.points.{index}: 점의 클래스는 0부터 {most}까지의 정수여야 합니다. 받은 값: {value}.</translation>
    </message>
    <message>
        <source>data.points.{index}: the numbers of a point must lie between -{most:.0e} and {most:.0e}.</source>
        <translation>data.points.{index}: 점의 숫자는 -{most:.0e}에서 {most:.0e} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>each row has another number in it, as an identifier has</source>
        <translation>식별자처럼 행마다 다른 수가 있음</translation>
    </message>
    <message>
        <source>it broke off</source>
        <translation>도중에 끊겼습니다</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>it never changes</source>
        <translation>값이 변하지 않음</translation>
    </message>
    <message>
        <source>it only numbers the rows</source>
        <translation>행 번호일 뿐임</translation>
    </message>
    <message>
        <source>it was too slow</source>
        <translation>너무 느립니다</translation>
    </message>
    <message>
        <source>its numbers are too large</source>
        <translation>숫자가 너무 큼</translation>
    </message>
    <message>
        <source>its numbers have more digits than can be told apart, as identifiers have</source>
        <translation>식별자처럼 구별할 수 없을 만큼 자릿수가 많음</translation>
    </message>
    <message>
        <source>its worker died again and again; it may need more memory than there is</source>
        <translation>워커가 거듭 죽었습니다. 있는 것보다 많은 메모리가 필요할 수 있습니다</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>연결되지 않았습니다</translation>
    </message>
    <message>
        <source>no reply</source>
        <translation>응답이 없습니다</translation>
    </message>
    <message>
        <source>steps cannot be swept with --halving, which compares settings at the same step.</source>
        <translation>--halving은 같은 스텝에서 설정을 비교하므로 steps는 스윕할 수 없습니다.</translation>
    </message>
    <message>
        <source>the file says that it is not to be learned from</source>
        <translation>파일이 학습에 쓰지 말라고 함</translation>
    </message>
    <message>
        <source>years of two digits, as in {value}, are no days: write all four</source>
        <translation>연도가 두 자리여서({value}) 날짜로 읽을 수 없습니다. 네 자리로 쓰세요</translation>
    </message>
    <message>
        <source>{column} gives the label away: is it known before the answer is?</source>
        <translation>{column} 열이 정답을 그대로 알려 줍니다. 답을 알기 전에도 알 수 있는 값입니까?</translation>
    </message>
    <message>
        <source>{column} goes from {low} to {high}, and its largest tenth makes up {share} % of its variation: the small ones hardly count. Where they shall be as exact in percent, write the logarithm of it into the file, and learn that.</source>
        <translation>{column} 값은 {low}부터 {high}까지이며, 가장 큰 10분의 1이 변동의 {share} %를 차지합니다. 작은 값은 거의 고려되지 않습니다. 작은 값도 비율로 똑같이 정확해야 한다면 로그를 파일에 써 넣고 그것을 학습하세요.</translation>
    </message>
    <message>
        <source>{column} has values such as {value}: if these are codes, there is no more or less of them.</source>
        <translation>{column} 열에 {value} 같은 값이 있습니다. 코드라면 크고 작음이 없습니다.</translation>
    </message>
    <message>
        <source>{column} has {count} different values in {rows} rows: is it really the class?</source>
        <translation>{column}: 데이터 {rows}개에 서로 다른 값이 {count}개입니다. 정말 클래스인가요?</translation>
    </message>
    <message>
        <source>{column} is far from all others in {count} training rows, farthest at {value}: they press the others together.</source>
        <translation>{column} 열: 훈련 행 {count}개의 값이 다른 모든 값에서 멀리 떨어져 있어(가장 먼 값 {value}) 나머지를 한데 몰아 놓습니다.</translation>
    </message>
    <message>
        <source>{column} is given as a number of days alone: what comes again each day, week or year is not seen.</source>
        <translation>{column} 열은 날짜 수로만 주어집니다. 매일, 매주, 매년 되풀이되는 것은 보이지 않습니다.</translation>
    </message>
    <message>
        <source>{column} is given as a number of days, and as places in the day, the week and the year, as far as its rows go through them.</source>
        <translation>{column} 열은 날짜 수와 함께 하루, 한 주, 한 해 안의 위치로도 주어집니다(행들이 그 주기를 거치는 한).</translation>
    </message>
    <message>
        <source>{column} is {value} in line {line}, far from all its other values: is it a mistake? Such a row pulls at the network like many others.</source>
        <translation>{column} 열: {line}번째 줄의 값 {value}: 다른 모든 값에서 멀리 떨어져 있습니다. 잘못 적은 값입니까? 이런 행 하나는 여러 행만큼 네트워크를 끌어당깁니다.</translation>
    </message>
    <message>
        <source>{column} is {value} in one training row, far from all others: it presses them together.</source>
        <translation>{column} 열: 훈련 행 하나의 값 {value}: 다른 모든 값에서 멀리 떨어져 있어 나머지를 한데 몰아 놓습니다.</translation>
    </message>
    <message>
        <source>{column} never changes, so there is nothing to learn.</source>
        <translation>{column}: 값이 늘 같아서 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>{column} says the same as {other} in every training row.</source>
        <translation>{column}: 모든 훈련 데이터에서 {other} 열과 값이 같습니다.</translation>
    </message>
    <message>
        <source>{column}: no value in {count} of {rows} rows, taken as {value}.</source>
        <translation>{column}: 행 {rows}개 중 {count}개에 값이 없어 대신 쓴 값: {value}.</translation>
    </message>
    <message>
        <source>{column}: {classes} differ only in capital letters, and count as {count} classes: write them alike in the file.</source>
        <translation>{column} 열: 대소문자만 다른 값을 서로 다른 클래스 {count}개로 셉니다({classes}). 파일에서 똑같이 적으세요.</translation>
    </message>
    <message>
        <source>{column}: {count} of {rows} rows have a category that no training row has, taken as none of them.</source>
        <translation>{column}: 행 {rows}개 중 {count}개의 범주가 훈련 행에 없어 아는 범주 중 어느 것도 아닌 것으로 봅니다.</translation>
    </message>
    <message>
        <source>{column}: {count} of {rows} rows have a value that no training row has, taken as {value}.</source>
        <translation>{column}: 행 {rows}개 중 {count}개의 값이 훈련 행에 없어 대신 쓴 값: {value}.</translation>
    </message>
    <message>
        <source>{column}: {count} of {rows} values lie far from the others, {value} in line {line} farthest, and make up {share} % of its variation. The label is robust: with the loss Huber they hardly count.</source>
        <translation>{column} 열: 값 {rows}개 가운데 {count}개가 나머지에서 멀리 떨어져 있고, 가장 먼 값은 {line}번째 줄의 {value}입니다. 이 값들이 이 열의 변동 가운데 {share}%를 차지합니다. 레이블이 견고하게 조정되므로 Huber 손실에서는 거의 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>{column}: {count} of {rows} values lie far from the others, {value} in line {line} farthest, and make up {share} % of its variation: are they mistakes? The network goes by them more than by all other rows.</source>
        <translation>{column} 열: 값 {rows}개 가운데 {count}개가 나머지에서 멀리 떨어져 있고, 가장 먼 값은 {line}번째 줄의 {value}입니다. 이 값들이 이 열의 변동 가운데 {share}%를 차지합니다. 잘못 적은 값입니까? 네트워크는 나머지 모든 행보다 이 행들을 더 따라갑니다.</translation>
    </message>
    <message>
        <source>{count} columns never change, so they tell nothing ({columns}).</source>
        <translation>열 {count}개는 값이 늘 같아 아무것도 알려 주지 않습니다 ({columns}).</translation>
    </message>
    <message>
        <source>{count} lines above the table are not read; the first is: {text}.</source>
        <translation>표 위의 줄 {count}개는 읽지 않습니다. 첫 줄: {text}.</translation>
    </message>
    <message>
        <source>{count} of {rows} values differ</source>
        <translation>{rows}개 값 중 서로 다른 것이 {count}개</translation>
    </message>
    <message>
        <source>{count} of {rows} values of {column} are no dates, such as {value}: they count as missing.</source>
        <translation>{column} 열: 값 {rows}개 중 {count}개가 날짜가 아니어서 빠진 값으로 셉니다(예: {value}).</translation>
    </message>
    <message>
        <source>{count} of {rows} values of {column} are no numbers, such as {value}: they count as missing.</source>
        <translation>{column} 열: 값 {rows}개 중 {count}개가 숫자가 아니어서 빠진 값으로 셉니다(예: {value}).</translation>
    </message>
    <message>
        <source>{count} settings five times would be more than {most} lanes.</source>
        <translation>설정 {count}개를 다섯 번 하면 레인이 {most}개를 넘습니다.</translation>
    </message>
    <message>
        <source>{count} trials are too many: an experiment has at most {most} lanes.</source>
        <translation>시행 {count}개는 너무 많습니다. 실험의 레인은 최대 {most}개입니다.</translation>
    </message>
    <message>
        <source>{count} trials are too many: there can be at most {most}; try fewer values, draws or seeds.</source>
        <translation>시행 {count}개는 너무 많습니다. 최대 {most}개이니, 값이나 뽑기, 시드를 줄이세요.</translation>
    </message>
    <message>
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message>
        <source>{file} cannot be read: permission is denied.</source>
        <translation>{file}: 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file}: 읽을 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{file} cannot be unpacked here: unpack it, and choose the file in it.</source>
        <translation>{file}: 여기서 풀 수 없습니다. 압축을 풀고 그 안의 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} cannot be written: it is a folder.</source>
        <translation>{file}: 폴더라서 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be written: permission is denied.</source>
        <translation>{file}: 쓸 권한이 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be written: the folder {folder} does not exist.</source>
        <translation>{file}: 쓸 수 없습니다. 폴더 {folder} 없음.</translation>
    </message>
    <message>
        <source>{file} cannot be written: there is not enough memory.</source>
        <translation>{file}: 쓸 수 없습니다 (메모리 부족).</translation>
    </message>
    <message>
        <source>{file} cannot be written: {folder} is a file, not a folder.</source>
        <translation>{file}: 쓸 수 없습니다. {folder}: 폴더가 아니라 파일입니다.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file}: 쓸 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{file} cannot hold both the model and the history.</source>
        <translation>{file}: 모델과 기록을 한 파일에 함께 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot hold both.</source>
        <translation>{file}: 둘을 한 파일에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation>{file}: 파일이 없습니다.</translation>
    </message>
    <message>
        <source>{file} does not hold the {sizes} = {count} bytes that its header promises, so it is cut short or damaged: copy or download it again.</source>
        <translation>{file}: 헤더에 적힌 {sizes} = {count} 바이트가 들어 있지 않습니다. 잘렸거나 손상되었으니 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} has a header, but no rows below it.</source>
        <translation>{file}: 제목 줄만 있고 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>{file} has a single row: one to learn from and one to test are needed.</source>
        <translation>{file}: 행이 하나뿐입니다. 배울 행과 테스트할 행이 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file} has more than {most} cells: save the table as CSV.</source>
        <translation>{file}: 셀이 {most}개를 넘습니다. 표를 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>{file} has no column but {column}, so there is nothing to learn from.</source>
        <translation>{file}: {column} 말고는 열이 없어 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{file} has no column {column}, of which data.columns speaks: the nearest name is {nearest}.</source>
        <translation>{file}: data.columns에 적힌 {column} 열이 없습니다. 가장 비슷한 이름: {nearest}.</translation>
    </message>
    <message>
        <source>{file} has no column {label}, which what a model says is compared with: name the one that holds it with --label, or let `playground predict` say what it holds.</source>
        <translation>{file}에 모델의 답과 비교할 {label} 열이 없습니다. --label로 그 열을 지정하거나, `playground predict`로 답을 구하십시오.</translation>
    </message>
    <message>
        <source>{file} has no column {label}; of its {count} columns ({columns}), {likeliest} is the likeliest label.</source>
        <translation>{file}: {label} 열이 없습니다. 열 {count}개({columns}) 가운데 레이블에 가장 가까운 것은 {likeliest}입니다.</translation>
    </message>
    <message>
        <source>{file} has no rows.</source>
        <translation>{file}: 행이 없습니다.</translation>
    </message>
    <message>
        <source>{file} has no sheet {name}: it has {names}.</source>
        <translation>{file}: {name} 시트가 없습니다. 있는 시트: {names}.</translation>
    </message>
    <message>
        <source>{file} has the result of another sweep: name another file, or move that one away.</source>
        <translation>{file}: 다른 스윕의 결과가 들어 있습니다. 다른 파일을 지정하거나 그 파일을 옮기세요.</translation>
    </message>
    <message>
        <source>{file} has {bytes} bytes, which is no multiple of the {row} that a picture of CIFAR-10 takes: it is cut short, or of another format; copy or download it again.</source>
        <translation>{file}: 크기가 {bytes}바이트인데, CIFAR-10 그림 한 장의 크기인 {row}바이트의 배수가 아닙니다. 파일이 잘렸거나 다른 형식입니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} has {images} images, but {labels_file} has {labels} labels: the two do not belong together.</source>
        <translation>{file}: 이미지는 {images}개인데 {labels_file}의 레이블은 {labels}개입니다. 서로 짝이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} holds pictures, not a table.</source>
        <translation>{file}: 표가 아니라 그림입니다.</translation>
    </message>
    <message>
        <source>{file} holds {count} files ({names}): unpack it, and choose one of them.</source>
        <translation>{file}: 파일 {count}개가 들어 있습니다({names}). 압축을 풀고 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{file} is CIFAR-10's version for Python, whose files can run programs when they are read, so they are not: download its binary version, cifar-10-binary.tar.gz, and open the folder in it.</source>
        <translation>{file}: CIFAR-10의 Python용 버전입니다. 읽는 것만으로 프로그램이 실행될 수 있어 열지 않습니다. 바이너리 버전 cifar-10-binary.tar.gz를 내려받아 그 안의 폴더를 여세요.</translation>
    </message>
    <message>
        <source>{file} is JSON, but no experiment. Rows to learn from are read from a table, such as a CSV file.</source>
        <translation>{file} 파일은 JSON이지만 실험이 아닙니다. 학습할 행은 CSV 파일 같은 표에서 읽습니다.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device: choose a file.</source>
        <translation>{file}: 폴더나 장치입니다. 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device: choose a model file.</source>
        <translation>{file}: 폴더나 장치입니다. 모델 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device: choose a saved run.</source>
        <translation>{file}: 폴더나 장치입니다. 저장한 실행 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device: choose an experiment file.</source>
        <translation>{file}: 폴더나 장치입니다. 실험 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a folder without folders of pictures: each class needs one, named as the class is.</source>
        <translation>{file}: 그림 폴더가 없는 폴더입니다. 클래스마다 그 이름의 폴더가 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file} is a saved run, not a table: open it in the window to go on where it stopped.</source>
        <translation>{file}: 표가 아니라 저장된 실행입니다. 창에서 열어 이어 가세요.</translation>
    </message>
    <message>
        <source>{file} is a saved run, not a trained model: the window's Open run goes on with it and can save its model.</source>
        <translation>{file} 파일은 학습된 모델이 아니라 저장된 실행입니다. 창의 ‘실행 열기’로 이어서 학습하고 모델을 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} is a saved run: open it in the window to go on where it stopped.</source>
        <translation>{file}: 저장된 실행입니다. 창에서 열어 멈춘 곳부터 이어 가세요.</translation>
    </message>
    <message>
        <source>{file} is a tar archive: unpack it first, and open the file or the folder in it.</source>
        <translation>{file}: tar 압축 파일입니다. 먼저 압축을 풀고 그 안의 파일이나 폴더를 여세요.</translation>
    </message>
    <message>
        <source>{file} is a trained model, not a saved run: Open model goes on from it.</source>
        <translation>{file} 파일은 저장된 실행이 아니라 학습된 모델입니다. ‘모델 열기’로 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} is a trained model, not a table: evaluate it, or predict with it.</source>
        <translation>{file}: 표가 아니라 학습된 모델입니다. 평가하거나 예측에 쓰세요.</translation>
    </message>
    <message>
        <source>{file} is a trained model: evaluate it on rows, or open it in the window to go on from it.</source>
        <translation>{file}: 학습된 모델입니다. 행으로 평가하거나, 창에서 열어 이어서 학습하세요.</translation>
    </message>
    <message>
        <source>{file} is a {format} file: rows are read from tables (CSV, Excel, Parquet ...) and pictures.</source>
        <translation>{file}: {format} 파일입니다. 행은 표(CSV, Excel, Parquet 등)나 그림에서 읽습니다.</translation>
    </message>
    <message>
        <source>{file} is an IDX file without content.</source>
        <translation>{file}: 내용이 없는 IDX 파일입니다.</translation>
    </message>
    <message>
        <source>{file} is an empty zip file.</source>
        <translation>{file}: 빈 zip 파일입니다.</translation>
    </message>
    <message>
        <source>{file} is an experiment, not a table: train it.</source>
        <translation>{file}: 표가 아니라 실험입니다. 학습시키세요.</translation>
    </message>
    <message>
        <source>{file} is cut short or damaged: copy or download it again.</source>
        <translation>{file}: 잘렸거나 손상되었습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} is cut short: copy or download it again.</source>
        <translation>{file}: 잘렸습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} is damaged or not a model file.</source>
        <translation>{file}: 손상되었거나 모델 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is damaged or not a saved run.</source>
        <translation>{file}: 손상되었거나 저장한 실행이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file}: 손상되었습니다.</translation>
    </message>
    <message>
        <source>{file} is damaged: neither a table nor a network can be read from it.</source>
        <translation>{file} 파일이 손상되었습니다: 표도 신경망도 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file}: 비어 있습니다.</translation>
    </message>
    <message>
        <source>{file} is larger than 10 MB, so it is not an experiment file.</source>
        <translation>{file}: 10 MB보다 크므로 실험 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is larger than 2 GB.</source>
        <translation>{file}: 2 GB보다 큽니다.</translation>
    </message>
    <message>
        <source>{file} is larger than 2 GB: use a part of it.</source>
        <translation>{file}: 2 GB보다 큽니다. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{file} is no Excel file that can be read: save it anew, or as CSV.</source>
        <translation>{file}: 읽을 수 있는 Excel 파일이 아닙니다. 다시 저장하거나 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is no experiment: if it holds rows to learn from, name an experiment and add --data {file}.</source>
        <translation>{file}: 실험이 아닙니다. 학습할 행이 들어 있다면 실험 이름을 쓰고 다음을 덧붙이세요: --data {file}.</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read: take it out of its folder.</source>
        <translation>{file}: 읽을 수 있는 그림이 아닙니다. 폴더에서 빼세요.</translation>
    </message>
    <message>
        <source>{file} is not a model file: it has no {key}.</source>
        <translation>{file}: 모델 파일이 아닙니다. {key} 없음.</translation>
    </message>
    <message>
        <source>{file} is not a saved run: it has no {key}.</source>
        <translation>{file}: 저장한 실행이 아닙니다. {key} 없음.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of images: choose the one with 'images' in its name.</source>
        <translation>{file}: 이미지 IDX 파일이 아닙니다. 이름에 'images'가 든 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of labels.</source>
        <translation>{file}: 레이블 IDX 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not readable as CSV.</source>
        <translation>{file}: CSV로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} is not text in UTF-8, so it is not an experiment file.</source>
        <translation>{file}: UTF-8 텍스트가 아니므로 실험 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not text: save it as CSV in UTF-8.</source>
        <translation>{file}: 텍스트가 아닙니다. UTF-8 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is not the result of a sweep, so it is not written over: name another file.</source>
        <translation>{file}: 스윕의 결과가 아니므로 덮어쓰지 않습니다. 다른 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{file} is not the result of a sweep.</source>
        <translation>{file}: 스윕의 결과가 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not written in {encoding}: choose another encoding, or let it be found out.</source>
        <translation>{file}: {encoding} 인코딩이 아닙니다. 다른 인코딩을 고르거나 찾게 두세요.</translation>
    </message>
    <message>
        <source>{file} is of a sweep that is unfinished, {done} of {trials} trials: Open sweep… goes on with it. Name another file for another sweep.</source>
        <translation>{file}: 끝나지 않은 스윕이 있습니다. 시행 {trials}개 중 {done}개. ‘스윕 열기…’로 이어 가거나, 다른 스윕에는 다른 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{file} is one of the files that are read here, so it is not written over: choose another name.</source>
        <translation>{file}: 지금 읽고 있는 파일이므로 덮어쓰지 않습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is there already: give its whole name to replace it.</source>
        <translation>{file} 파일이 이미 있습니다. 바꾸려면 이름을 끝까지 입력하세요.</translation>
    </message>
    <message>
        <source>{file} is too large a picture.</source>
        <translation>{file}: 그림이 너무 큽니다.</translation>
    </message>
    <message>
        <source>{file} needs a reader that is not installed: pip install "nn-playground[{extra}]".</source>
        <translation>{file}: 읽는 데 필요한 패키지가 설치되어 있지 않습니다: pip install "nn-playground[{extra}]".</translation>
    </message>
    <message>
        <source>{file} needs an array called X and one called y; those of numbers are {names}.</source>
        <translation>{file}에는 X라는 배열과 y라는 배열이 있어야 합니다. 숫자로 된 배열은 {names}입니다.</translation>
    </message>
    <message>
        <source>{file} needs more than 2 GB of memory.</source>
        <translation>{file}: 메모리가 2 GB 넘게 필요합니다.</translation>
    </message>
    <message>
        <source>{file} needs more than 2 GB of memory: use a part of it.</source>
        <translation>{file}: 메모리가 2 GB 넘게 필요합니다. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{file} needs more than 4 GB of memory.</source>
        <translation>{file}: 메모리가 4 GB 넘게 필요합니다.</translation>
    </message>
    <message>
        <source>{file} refers to lanes that it does not have.</source>
        <translation>{file}: 들어 있지 않은 레인을 가리킵니다.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {times} times its size: unpack it first, if it is really a table.</source>
        <translation>{file}: 풀면 크기가 {times}배를 넘습니다. 정말 표라면 먼저 압축을 푸세요.</translation>
    </message>
    <message>
        <source>{file} was changed while it was read: open it again.</source>
        <translation>{file}: 읽는 동안 바뀌었습니다. 다시 여세요.</translation>
    </message>
    <message>
        <source>{file} was not written when the window was closed. Export it again.</source>
        <translation>창을 닫을 때 {file} 파일을 쓰지 못했습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{file} was trained on classes, but {name} has numbers to learn: set data.task to classes.</source>
        <translation>{file}: 클래스로 학습한 모델인데 {name} 데이터는 숫자를 배웁니다. data.task를 classes로 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} was trained on numbers, but {name} has classes to learn: set data.task to numbers.</source>
        <translation>{file}: 숫자로 학습한 모델인데 {name} 데이터는 클래스를 배웁니다. data.task를 numbers로 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} writes its rows sparsely, which is not read: save it as plain ARFF or CSV.</source>
        <translation>{file}: 희소 형식의 행은 읽지 않습니다. 보통 ARFF나 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} has another unit than the training rows ({units}).</source>
        <translation>{file} {line}행 {column} 열: {value}의 단위가 훈련 행({units})과 다릅니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number, so it counts as missing, as do {others} more cells of the column.</source>
        <translation>{file}, {line}줄, 열 {column}: 숫자가 아니어서 빈 값으로 봅니다: {value}. 이 열의 다른 셀 {others}개도 그렇습니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number, so it counts as missing, as does 1 more cell of the column.</source>
        <translation>{file} {line}행 {column} 열: {value} 값은 숫자가 아니어서 결측값으로 봅니다. 이 열의 칸 1개도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number, so it counts as missing.</source>
        <translation>{file}, {line}줄, 열 {column}: 숫자가 아니어서 빈 값으로 봅니다: {value}.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number.</source>
        <translation>{file}, {line}번째 줄, 열 {column}: 수가 아닙니다 ({value}).</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing, as do {others} more cells of the column.</source>
        <translation>{file}, {line}줄, 열 {column}: 너무 큰 수여서 빈 값으로 봅니다: {value}. 이 열의 다른 셀 {others}개도 그렇습니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing, as does 1 more cell of the column.</source>
        <translation>{file} {line}행 {column} 열: {value} 값은 너무 큰 숫자여서 결측값으로 봅니다. 이 열의 칸 1개도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing.</source>
        <translation>{file}, {line}줄, 열 {column}: 너무 큰 숫자여서 빈 값으로 봅니다: {value}.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large a number.</source>
        <translation>{file}, {line}번째 줄, 열 {column}: 수가 너무 큽니다 ({value}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: 1 field, where most lines have {columns}: mend this line in an editor.</source>
        <translation>{file} {line}행: 필드가 1개인데, 대부분의 행에는 {columns}개가 있습니다. 편집기에서 이 행을 고치세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: 1 field, where the header has {columns}: mend this line in an editor.</source>
        <translation>{file} {line}행: 필드가 1개인데, 머리글에는 {columns}개가 있습니다. 편집기에서 이 행을 고치세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: 1 name, where most lines have {fields} fields: choose another line.</source>
        <translation>{file}, {line}번째 줄: 이름이 1개인데 대부분의 줄에는 값이 {fields}개 있습니다. 다른 줄을 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: an attribute of an unknown kind.</source>
        <translation>{file}, {line}줄: 알 수 없는 종류의 속성입니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}: an attribute without a name or a kind.</source>
        <translation>{file}, {line}줄: 속성에 이름이나 종류가 없습니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not readable as CSV ({reason}).</source>
        <translation>{file}, {line}번째 줄: CSV로 읽을 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is nothing, so it cannot name the columns: choose another line.</source>
        <translation>{file}, {line}번째 줄: 비어 있어 열의 이름이 될 수 없습니다. 다른 줄을 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} names, where most lines have 1 field: choose another line.</source>
        <translation>{file} {line}행: 이름이 {count}개인데, 대부분의 행에는 필드가 1개입니다. 다른 행을 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} names, where most lines have {fields} fields: choose another line for the names.</source>
        <translation>{file}, {line}번째 줄: 이름이 {count}개인데 대부분의 줄에는 값이 {fields}개 있습니다. 이름이 있는 다른 줄을 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {fields} fields, where most lines have {columns}: mend this line in an editor.</source>
        <translation>{file}, {line}번째 줄: 필드 {fields}개. 대부분의 줄에는 {columns}개가 있습니다. 편집기에서 이 줄을 고치세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {fields} fields, where the header has {columns}: mend this line in an editor.</source>
        <translation>{file}, {line}번째 줄: 필드 {fields}개. 머리글에는 {columns}개가 있습니다. 편집기에서 이 줄을 고치세요.</translation>
    </message>
    <message>
        <source>{file}: Parquet needs pyarrow: install nn-playground[sweep], or name the result .csv.</source>
        <translation>{file}: Parquet에는 pyarrow가 필요합니다. nn-playground[sweep]을 설치하거나 결과 이름을 .csv로 하세요.</translation>
    </message>
    <message>
        <source>{file}: Parquet needs pyarrow: install nn-playground[sweep].</source>
        <translation>{file}: Parquet에는 pyarrow가 필요합니다. nn-playground[sweep]을 설치하세요.</translation>
    </message>
    <message>
        <source>{file}: X must be numbers with a row an example, and y a value for each row; they are of shapes {x} and {y}.</source>
        <translation>{file}: X는 예마다 한 행인 숫자, y는 행마다 한 값이어야 합니다. 지금 모양: {x}, {y}.</translation>
    </message>
    <message>
        <source>{file}: a quotation mark is opened, but never closed.</source>
        <translation>{file}: 따옴표가 열린 채 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>{file}: all columns but {column} are ignored, so there is nothing to learn from: make one of them a feature.</source>
        <translation>{file}: {column} 열을 뺀 모든 열을 쓰지 않으므로 배울 것이 없습니다. 하나를 특징으로 바꾸세요.</translation>
    </message>
    <message>
        <source>{file}: an ARFF file needs lines with @attribute, and one with @data.</source>
        <translation>{file}: ARFF 파일에는 @attribute 줄들과 @data 줄이 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file}: column {column} has {count} different values, too many for yes or no: make it a category.</source>
        <translation>{file}: {column} 열에는 서로 다른 값이 {count}개 있어 예/아니요로는 너무 많습니다. 범주로 바꾸세요.</translation>
    </message>
    <message>
        <source>{file}: column {column} is empty: choose another label column.</source>
        <translation>{file}: {column} 열이 비어 있습니다. 다른 레이블 열을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: every row has a missing value, so none is left to learn from.</source>
        <translation>{file}: 모든 행에 빠진 값이 있어 배울 행이 남지 않습니다.</translation>
    </message>
    <message>
        <source>{file}: every row has the same {column}, {value}; at least two classes are needed.</source>
        <translation>{file}: 모든 행의 {column} 값이 {value}로 같습니다. 클래스가 둘 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>{file}: its classes and features do not fit its layers.</source>
        <translation>{file}: 클래스와 특징이 층과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{file}: its labels cannot be found, because its name does not contain 'images', which 'labels' would replace.</source>
        <translation>{file}: 레이블 파일을 찾을 수 없습니다. 파일 이름에 'labels'로 바꿀 'images'가 없습니다.</translation>
    </message>
    <message>
        <source>{file}: its labels, {labels_file}, do not exist.</source>
        <translation>{file}: 레이블 파일 {labels_file}: 없습니다.</translation>
    </message>
    <message>
        <source>{file}: name the result .parquet or .csv.</source>
        <translation>{file}: 결과 이름을 .parquet나 .csv로 하세요.</translation>
    </message>
    <message>
        <source>{file}: not readable as ARFF ({reason}).</source>
        <translation>{file}: ARFF로 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>{file}: picture {row} is of class {label}, but CIFAR-10 has classes 0 to 9: it is damaged, or of another format.</source>
        <translation>{file}: {row}번째 그림의 클래스가 {label}인데, CIFAR-10의 클래스는 0부터 9까지입니다. 파일이 손상되었거나 다른 형식입니다.</translation>
    </message>
    <message>
        <source>{file}: sheet {name} is empty.</source>
        <translation>{file}: {name} 시트가 비어 있습니다.</translation>
    </message>
    <message>
        <source>{file}: the arrays of its parts have different shapes.</source>
        <translation>{file}: 부분마다 배열의 모양이 다릅니다.</translation>
    </message>
    <message>
        <source>{file}: there is no encoding {encoding}; common ones are utf-8, cp1252 and utf-16.</source>
        <translation>{file}: 없는 인코딩입니다: {encoding}. 흔한 것은 utf-8, cp1252, utf-16입니다.</translation>
    </message>
    <message>
        <source>{file}: {column} has {count} different values, more than the {most} classes that are possible: choose a column that holds classes.</source>
        <translation>{file}: {column} 열의 서로 다른 값이 {count}개로, 가능한 클래스 수 {most}개를 넘습니다. 클래스가 든 열을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {count} of {rows} values of {column} are no dates ({value}): give it another kind.</source>
        <translation>{file}: {column} 열의 값 {rows}개 중 {count}개가 날짜가 아닙니다({value}). 다른 종류를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {count} of {rows} values of {column} are no numbers ({value}): give it another kind.</source>
        <translation>{file}: {column} 열의 값 {rows}개 중 {count}개가 숫자가 아닙니다({value}). 다른 종류를 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {key} does not hold what its header promises.</source>
        <translation>{file}: {key}의 내용이 헤더와 다릅니다.</translation>
    </message>
    <message>
        <source>{file}: {key} has the shape {found} and not {wanted}, which its experiment asks for.</source>
        <translation>{file}: {key}의 모양이 {found}입니다. 실험에 맞는 모양은 {wanted}입니다.</translation>
    </message>
    <message>
        <source>{file}: {key} is larger than it can be.</source>
        <translation>{file}: {key}의 크기가 한도를 넘습니다.</translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <source>{file}: {separator} cannot stand between values: choose a comma, a semicolon, a tab, a bar or a blank.</source>
        <translation>{file}: 값 사이에 올 수 없습니다: {separator}. 쉼표, 세미콜론, 탭, 세로줄, 빈칸 가운데 고르세요.</translation>
    </message>
    <message>
        <source>{first} to {last} are read as numbers each, not as pictures of {height} × {width} pixels: neighbours are not alike as those of pictures are.</source>
        <translation>{first}부터 {last}까지는 {height} × {width} 픽셀의 그림이 아니라 저마다의 숫자로 읽습니다. 이웃한 값이 그림에서처럼 서로 비슷하지 않습니다.</translation>
    </message>
    <message>
        <source>{first} to {last} are read as pictures of {height} × {width} pixels.</source>
        <translation>{first}부터 {last}까지는 {height} × {width} 픽셀의 그림으로 읽습니다.</translation>
    </message>
    <message>
        <source>{folder} holds a sweep that was broken off: go on with --resume, or remove it to begin anew.</source>
        <translation>{folder}: 중단된 스윕이 있습니다. --resume으로 이어 가거나, 새로 시작하려면 지우세요.</translation>
    </message>
    <message>
        <source>{folder} holds another sweep: name another --out, or remove it to begin anew.</source>
        <translation>{folder}: 다른 스윕이 있습니다. --out을 다르게 하거나, 새로 시작하려면 지우세요.</translation>
    </message>
    <message>
        <source>{folder} is being written by another sweep.</source>
        <translation>{folder}: 다른 스윕이 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: + - * / or ^ is missing before {text}.</source>
        <translation>{formula}, {place}번째 글자: {text} 앞에 + - * / ^ 중 하나가 빠졌습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: before {text} a number, a column or a function is missing.</source>
        <translation>{formula}, {place}번째 글자: {text} 앞에 숫자, 열, 함수 중 하나가 빠졌습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: more than {deepest} brackets and powers within each other.</source>
        <translation>{formula}, {place}번째 글자: 괄호와 거듭제곱이 {deepest}겹보다 깊습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: the name that begins with ` has no second ` behind it.</source>
        <translation>{formula}, {place}번째 글자: `로 시작하는 이름 뒤에 닫는 `가 없습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: there is no column {name}; there are {columns}.</source>
        <translation>{formula}, {place}번째 글자: {name} 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: there is no function {text}; there are {functions}. To multiply, write * before the bracket.</source>
        <translation>{formula}, {place}번째 글자: {text} 함수는 없습니다. 쓸 수 있는 함수: {functions}. 곱하려면 괄호 앞에 *를 쓰세요.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: this ( is never closed.</source>
        <translation>{formula}, {place}번째 글자: 이 (가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: this ) has no ( before it.</source>
        <translation>{formula}, {place}번째 글자: 이 )에 짝이 되는 (가 앞에 없습니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: write decimals with a point, as in 0.5.</source>
        <translation>{formula}, {place}번째 글자: 소수는 0.5처럼 점으로 쓰세요.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {name} has blanks or other signs, so it stands between two `, as in {written}.</source>
        <translation>{formula}, {place}번째 글자: {name}에는 빈칸이나 다른 기호가 있어서 {written}처럼 두 ` 사이에 써야 합니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {name} is a category, of which each value is a column; there are {columns}.</source>
        <translation>{formula}, {place}번째 글자: {name} 열은 범주여서 값마다 열이 하나씩 있습니다. 쓸 수 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {name} is ignored, so a formula cannot use it: make it a feature, or write another; there are {columns}.</source>
        <translation>{formula}, {place}번째 글자: {name} 열은 제외되어 있어 수식에 쓸 수 없습니다. 특징으로 바꾸거나 다른 열을 쓰세요. 쓸 수 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {name} is the label, which the network is to tell without being given it; there are {columns}.</source>
        <translation>{formula}, {place}번째 글자: {name} 열은 신경망이 맞혀야 할 레이블이라 입력으로 쓸 수 없습니다. 쓸 수 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {sign} means nothing here; there are + - * / ^ and brackets, and a column whose name has other signs stands between two `.</source>
        <translation>{formula}, {place}번째 글자: {sign} 기호는 쓸 수 없습니다. + - * / ^와 괄호를 쓸 수 있으며, 이름에 다른 기호가 있는 열은 ` 두 개 사이에 씁니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {text} is too large a number.</source>
        <translation>{formula}, {place}번째 글자: {text}: 너무 큰 수입니다.</translation>
    </message>
    <message>
        <source>{formula}, place {place}: {text} needs something to work on, as in {text}(x1); a column of that name stands between two `.</source>
        <translation>{formula}, {place}번째 글자: {text} 뒤에 {text}(x1)처럼 계산할 것이 있어야 합니다. 그런 이름의 열은 ` 두 개 사이에 씁니다.</translation>
    </message>
    <message>
        <source>{formula}: it ends where a number, a column or a function should follow.</source>
        <translation>{formula}: 숫자, 열, 함수 중 하나가 이어져야 할 곳에서 끝납니다.</translation>
    </message>
    <message>
        <source>{function} would make something else of what comes out before it: the lane would no longer say the same. A layer without a nonlinearity can be there.</source>
        <translation>{function} 함수는 앞에서 나오는 값을 바꾸므로 레인의 출력이 달라집니다. 비선형 함수가 없는 층은 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>{label} is a feature that {file} was trained on: name the column that holds the classes with --label.</source>
        <translation>{label} 열은 {file} 모델이 학습한 특징입니다. 클래스가 있는 열을 --label로 지정하세요.</translation>
    </message>
    <message>
        <source>{lane} has diverged, so it has no answers.</source>
        <translation>{lane} 레인은 발산하여 답할 수 없습니다.</translation>
    </message>
    <message>
        <source>{large} varies {times:.3g} times more than {small}, and drowns it.</source>
        <translation>{large} 열의 변화가 {small} 열의 {times:.3g}배라서 그 열을 묻어 버립니다.</translation>
    </message>
    <message>
        <source>{layer} needs a picture, but what goes into it are {count} numbers in a row: put it before the first dense or flatten layer, with data that are pictures.</source>
        <translation>{layer}에는 그림이 필요하지만, 한 줄로 늘어선 수 {count}개가 들어옵니다. 그림 데이터를 쓰고, 첫 밀집층이나 펼치기 앞에 두세요.</translation>
    </message>
    <message>
        <source>{layer}: a window of {side}×{side} does not fit into a picture of {height}×{width}: make it smaller, or take a layer away that shrinks the picture before it.</source>
        <translation>{layer}: {side}×{side} 창은 {height}×{width} 그림에 들어가지 않습니다. 창을 줄이거나, 앞에서 그림을 줄이는 층을 빼세요.</translation>
    </message>
    <message>
        <source>{missing} of {rows} values are missing</source>
        <translation>{rows}개 값 중 {missing}개가 없음</translation>
    </message>
    <message>
        <source>{name} also has {columns}: {file} was trained without columns of these names.</source>
        <translation>{name}에 {columns} 열이 더 있습니다. {file} 모델은 이 이름의 열 없이 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be kept in {folder}: {reason}.</source>
        <translation>{name}: {folder}에 보관할 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{name} cannot be read: {problem}.</source>
        <translation>{name}: 읽을 수 없습니다 ({problem}).</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({reason}): check the connection and try again, open pictures or a table of your own, or put {file} and its like into {folder}.</source>
        <translation>{name}: 내려받지 못했습니다 ({reason}). 연결을 확인하고 다시 해 보거나, 자신의 그림이나 표를 열거나, {file} 같은 파일들을 {folder} 폴더에 직접 넣으세요.</translation>
    </message>
    <message>
        <source>{name} could not be downloaded, because {mirrors} sent a {file} with a wrong checksum: try again later, or put the file into {folder} yourself.</source>
        <translation>{name}: {mirrors}에서 받은 {file} 파일의 체크섬이 다릅니다. 나중에 다시 해 보거나, 파일을 {folder} 폴더에 직접 넣으세요.</translation>
    </message>
    <message>
        <source>{name} goes on for ever: say how many steps to train with --steps.</source>
        <translation>{name}: 끝없이 학습합니다. --steps로 스텝 수를 정하세요.</translation>
    </message>
    <message>
        <source>{name} goes on for ever: say how many steps to train.</source>
        <translation>{name} 실험에는 끝이 없습니다. 몇 스텝을 학습할지 정하세요.</translation>
    </message>
    <message>
        <source>{name} has 1 feature, but {file} was trained on {wanted}.</source>
        <translation>{name}에는 특징이 1개인데, {wanted}개로 훈련한 모델입니다: {file}.</translation>
    </message>
    <message>
        <source>{name} has classes to learn, no numbers: set data.task to classes.</source>
        <translation>{name}: 배울 것이 숫자가 아니라 클래스입니다. data.task를 classes로 바꾸세요.</translation>
    </message>
    <message>
        <source>{name} has diverged at step {step}: look back to an earlier step to branch from it.</source>
        <translation>{name}: 스텝 {step}에서 발산했습니다. 이전 스텝으로 되돌아보면 거기서 분기할 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} has numbers to learn, no classes: predict says them.</source>
        <translation>{name}: 배울 것이 클래스가 아니라 숫자입니다. predict로 숫자를 얻으세요.</translation>
    </message>
    <message>
        <source>{name} has numbers to learn, no classes: set data.task to numbers.</source>
        <translation>{name}: 배울 것이 클래스가 아니라 숫자입니다. data.task를 numbers로 바꾸세요.</translation>
    </message>
    <message>
        <source>{name} has pictures of {width} × {height} pixels once {factor} × {factor} are made one, as {file} has it, but it was trained on {wanted_width} × {wanted_height}.</source>
        <translation>{name}: {file} 모델처럼 {factor} × {factor}픽셀을 하나로 줄이면 그림이 {width} × {height}픽셀인데, 이 모델은 {wanted_width} × {wanted_height}픽셀 그림으로 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} has pictures of {width} × {height} pixels, but {file} was trained on {wanted_width} × {wanted_height}.</source>
        <translation>{name}: 그림이 {width} × {height}픽셀인데, {file} 모델은 {wanted_width} × {wanted_height}픽셀 그림으로 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} has pictures of {width} × {height} pixels, of which no pixel is left where {factor} × {factor} become one: lower data.downsample.</source>
        <translation>{name}: 그림이 {width} × {height} 픽셀이라 {factor} × {factor} 픽셀을 하나로 줄이면 아무것도 남지 않습니다. data.downsample을 낮추세요.</translation>
    </message>
    <message>
        <source>{name} has the classes {found}, but {file} was trained on {wanted}.</source>
        <translation>{name}의 클래스는 {found}인데, {file} 모델은 {wanted} 클래스로 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} has the label {label}, which {file} does not know: its classes are {classes}.</source>
        <translation>{name}: 레이블 {label}: {file} 모델에 없는 클래스입니다. 모델의 클래스: {classes}.</translation>
    </message>
    <message>
        <source>{name} has {found} features, but {file} was trained on {wanted}.</source>
        <translation>{name}: 특징이 {found}개인데, {file} 모델은 {wanted}개로 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} has {rows} rows, too few for train {train} + test {test} = {total}: lower one of them.</source>
        <translation>{name}: 데이터가 {rows}개뿐이어서 훈련 {train} + 테스트 {test} = {total}개에 모자랍니다. 하나를 줄이세요.</translation>
    </message>
    <message>
        <source>{name} has {rows} rows, too few for train {train} + validation {validation} + test {test} = {total}: lower one of them.</source>
        <translation>{name}: 데이터가 {rows}개뿐이어서 훈련 {train} + 검증 {validation} + 테스트 {test} = {total}개에 모자랍니다. 하나를 줄이세요.</translation>
    </message>
    <message>
        <source>{name} lacks {columns}: {file} was trained on columns of these names.</source>
        <translation>{name}에 {columns} 열이 없습니다. {file} 모델은 이 이름의 열로 학습했습니다.</translation>
    </message>
    <message>
        <source>{name} no longer holds the rows that this run was trained on: it cannot go on with others.</source>
        <translation>{name}: 이 학습에 쓴 데이터가 더는 들어 있지 않아 이어서 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>{name}: {rows} training rows make no {folds} folds: lower data.folds.</source>
        <translation>{name}: 학습 행 {rows}개로는 폴드 {folds}개를 만들 수 없습니다. data.folds 값을 낮추세요.</translation>
    </message>
    <message>
        <source>{path} is swept twice: name it once, with all its values.</source>
        <translation>{path}: 두 번 적혀 있습니다. 모든 값을 한 번에 쓰세요.</translation>
    </message>
    <message>
        <source>{path}: a lane cannot make another layer of it: put both layers into the stack, and switch one of them off in each lane, with layers.INDEX.on.</source>
        <translation>{path}: 레인은 다른 종류의 층으로 바꿀 수 없습니다. 두 층을 모두 쌓아 두고 레인마다 layers.INDEX.on으로 하나씩 끄세요.</translation>
    </message>
    <message>
        <source>{path}: a pandas frame is no source of rows: write it to a file by {example} and give "t.csv".</source>
        <translation>{path}: pandas 데이터프레임은 행의 출처가 될 수 없습니다. {example}(으)로 파일에 쓴 다음 "t.csv"를 주세요.</translation>
    </message>
    <message>
        <source>{path}: all lanes are tested on the same rows, so {field} is the same for all: write {instead}.</source>
        <translation>{path}: 모든 레인은 같은 행으로 시험하므로 {field}: 모두 같습니다. {instead} 값을 쓰세요.</translation>
    </message>
    <message>
        <source>{path}: an experiment never changes: edited(experiment, "{example}", {value}) gives a new one.</source>
        <translation>{path}: 실험은 바뀌지 않습니다. edited(experiment, "{example}", {value})로 새 실험을 만드세요.</translation>
    </message>
    <message>
        <source>{path}: every lane is swept, so name the setting itself, such as layers.*.l2.</source>
        <translation>{path}: 모든 레인을 스윕하므로 layers.*.l2처럼 설정 자체를 쓰세요.</translation>
    </message>
    <message>
        <source>{path}: given twice.</source>
        <translation>{path}: 두 번 주어졌습니다.</translation>
    </message>
    <message>
        <source>{path}: missing.</source>
        <translation>{path}: 값이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: must be a whole number of rows, or a share below 1; got {value}.</source>
        <translation>{path}: 행의 개수(정수)이거나 1보다 작은 비율이어야 합니다. 입력값: {value}.</translation>
    </message>
    <message>
        <source>{path}: must be one of {expected}; got {value}.</source>
        <translation>{path}: 다음 중 하나여야 합니다: {expected} (입력: {value}).</translation>
    </message>
    <message>
        <source>{path}: must be true or false.</source>
        <translation>{path}: true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>{path}: must be {range}; got {value}.</source>
        <translation>{path}: {range} 값이어야 합니다 (입력: {value}).</translation>
    </message>
    <message>
        <source>{path}: must have at least {limit} entry.</source>
        <translation>{path}: 항목이 {limit}개 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>{path}: must have at most {limit} entries.</source>
        <translation>{path}: 항목은 {limit}개까지입니다.</translation>
    </message>
    <message>
        <source>{path}: no layer of the stack has such a setting.</source>
        <translation>{path}: 이런 설정이 있는 층이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: only pictures can be changed so, and the rows of {name} are none: set it to {off}.</source>
        <translation>{path}: 그림만 이렇게 바꿀 수 있는데 {name}의 행은 그림이 아닙니다. {off} 값으로 설정하세요.</translation>
    </message>
    <message>
        <source>{path}: the lane needs at least one dense layer, the last of which is the output.</source>
        <translation>{path}: 레인에는 밀집층이 적어도 하나 있어야 하며, 마지막 것이 출력입니다.</translation>
    </message>
    <message>
        <source>{path}: the output layer has 1 unit, but {name} has {classes} classes: they must be equal.</source>
        <translation>{path}: 출력층의 유닛은 1개인데 {name}의 클래스는 {classes}개입니다. 두 수가 같아야 합니다.</translation>
    </message>
    <message>
        <source>{path}: the output layer has {units} units, but {name} has {classes} classes: they must be equal.</source>
        <translation>{path}: 출력층의 유닛은 {units}개인데 {name}의 클래스는 {classes}개입니다. 둘이 같아야 합니다.</translation>
    </message>
    <message>
        <source>{path}: the output layer has {units} units, but {target} of {name} is one number: it needs 1 unit.</source>
        <translation>{path}: 출력층의 유닛은 {units}개인데 {name}: {target} 열은 숫자 하나입니다. 유닛은 1개여야 합니다.</translation>
    </message>
    <message>
        <source>{path}: the stack needs at least one dense layer, the last of which is the output.</source>
        <translation>{path}: 완전연결층이 하나 이상 있어야 합니다. 마지막 완전연결층이 출력입니다.</translation>
    </message>
    <message>
        <source>{path}: there are only the lanes 0 to {last}.</source>
        <translation>{path}: 레인은 0번부터 {last}번까지만 있습니다.</translation>
    </message>
    <message>
        <source>{path}: there is no fold {fold}: data.folds says how many there are.</source>
        <translation>{path}: {fold}번 폴드가 없습니다. 몇 개인지는 data.folds에 있습니다.</translation>
    </message>
    <message>
        <source>{path}: there is no such field in the stack.</source>
        <translation>{path}: 층에 그런 항목이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: there is no such field in the stack; there are {fields}.</source>
        <translation>{path}: 층에 그런 항목이 없습니다. 있는 항목: {fields}.</translation>
    </message>
    <message>
        <source>{path}: there is no such field in this experiment.</source>
        <translation>{path}: 이 실험에 그런 항목이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: there is no such setting: the nearest is {nearest}.</source>
        <translation>{path}: 그런 설정은 없습니다. 가장 비슷한 이름은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>{path}: there is no unit {unit}, for the layer has {count}, counted from 0: switch it on first.</source>
        <translation>{path}: 유닛 {unit} 없음. 이 층의 유닛은 {count}개이고 0부터 셉니다. 먼저 그 유닛을 켜세요.</translation>
    </message>
    <message>
        <source>{path}: there is only lane 0. For a second one give both by lanes, as in {example}.</source>
        <translation>{path}: 레인은 0번 하나뿐입니다. 두 번째를 두려면 {example} 처럼 lanes로 둘 다 적으세요.</translation>
    </message>
    <message>
        <source>{path}: this network needs about {needed:.0f} GB of memory, but there are {available:.0f} GB: use fewer units or lanes.</source>
        <translation>{path}: 이 신경망에는 메모리가 약 {needed:.0f} GB 필요한데 {available:.0f} GB뿐입니다. 유닛이나 레인을 줄이세요.</translation>
    </message>
    <message>
        <source>{path}: unknown field.</source>
        <translation>{path}: 모르는 항목입니다.</translation>
    </message>
    <message>
        <source>{path}: unknown field: the nearest is {nearest}.</source>
        <translation>{path}: 알 수 없는 항목입니다. 가장 비슷한 이름은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>{path}: write it as {example}; got {given}.</source>
        <translation>{path}: {example}처럼 써 주세요. 주어진 것: {given}.</translation>
    </message>
    <message>
        <source>{path}: write {right} in place of {wrong}.</source>
        <translation>{path}: {wrong} 대신 {right}(으)로 쓰세요.</translation>
    </message>
    <message>
        <source>{path}: {field} is the same for all lanes.</source>
        <translation>{path}: {field}: 모든 레인이 같습니다.</translation>
    </message>
    <message>
        <source>{path}: {formula} is there already.</source>
        <translation>{path}: {formula}: 이미 있습니다.</translation>
    </message>
    <message>
        <source>{path}: {loss} is for classes, but {target} of {name} is a number: choose one of {losses}.</source>
        <translation>{path}: {loss} 손실은 클래스용인데 {name}: {target} 열은 숫자입니다. {losses} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>{path}: {problem}</source>
        <translation>{path}: {problem}</translation>
    </message>
    <message>
        <source>{path}: {problem}; got {value}.</source>
        <translation>{path}: {problem} (입력: {value}).</translation>
    </message>
    <message>
        <source>{product}{count} lanes are too many: there can be at most {most}.</source>
        <translation>레인 {product}{count}개는 너무 많습니다. {most}개까지 됩니다.</translation>
    </message>
    <message>
        <source>{source} is neither a file nor one of the presets: {presets}.</source>
        <translation>{source}: 파일도 예제도 아닙니다. 예제: {presets}.</translation>
    </message>
    <message>
        <source>{text}: a value between two commas is missing.</source>
        <translation>{text}: 쉼표 사이에 값이 빠졌습니다.</translation>
    </message>
    <message>
        <source>{text}: the first number must be below the second.</source>
        <translation>{text}: 첫째 수가 둘째 수보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>{text}: with :log both numbers must be above 0.</source>
        <translation>{text}: :log를 쓰면 두 수 모두 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>{text}: write PATH=LOW..HIGH or PATH=LOW..HIGH:log, such as optimizer.learning_rate=1e-4..1:log.</source>
        <translation>{text}: optimizer.learning_rate=1e-4..1:log처럼 PATH=LOW..HIGH 또는 PATH=LOW..HIGH:log로 쓰세요.</translation>
    </message>
    <message>
        <source>{text}: write PATH=V1,V2, such as layers.*.l2=0,0.01,0.1.</source>
        <translation>{text}: layers.*.l2=0,0.01,0.1처럼 PATH=V1,V2로 쓰세요.</translation>
    </message>
    <message>
        <source>{value} may be read in two ways: decimals are taken to be written as 1{mark}5, as in the rows that were learned from.</source>
        <translation>{value} 값은 두 가지로 읽을 수 있습니다. 학습한 행에서처럼 소수를 1{mark}5로 쓴 것으로 봅니다.</translation>
    </message>
    <message>
        <source>{view} is a view of classes, but {name} has numbers to learn.</source>
        <translation>{view} 보기는 클래스용인데 {name} 데이터는 숫자를 배웁니다.</translation>
    </message>
    <message>
        <source>{view} is a view of numbers, but {name} has classes to learn.</source>
        <translation>{view} 보기는 숫자용인데 {name} 데이터는 클래스를 배웁니다.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Drawing copied: paste it into a slide or a document.</source>
        <translation>그림을 복사했습니다. 슬라이드나 문서에 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>그림 (*.svg)</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Export as ONNX</source>
        <translation>ONNX로 내보내기</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>스크립트로 내보내기</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>곡선 내보내기</translation>
    </message>
    <message>
        <source>Export the histories</source>
        <translation>기록 내보내기</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>신경망 내보내기</translation>
    </message>
    <message>
        <source>Lane table copied: paste it into a spreadsheet.</source>
        <translation>레인 표를 클립보드에 복사했습니다. 스프레드시트에 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX 모델 (*.onnx)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>이미지 (*.png)</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>Save the painted points</source>
        <translation>그린 점 저장</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>웹 페이지 (*.html)</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>내보냈습니다: {path}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>A check counts as an improvement only if the loss is more than this below the last improvement.</source>
        <translation>손실이 마지막 개선보다 이 값 넘게 낮아야 개선으로 칩니다.</translation>
    </message>
    <message>
        <source>A small number that keeps the division safe where a unit hardly varies.</source>
        <translation>유닛의 값이 거의 변하지 않을 때 나눗셈을 안전하게 하는 작은 수입니다.</translation>
    </message>
    <message>
        <source>A small number that keeps the division safe where gradients are nearly zero.</source>
        <translation>기울기가 0에 가까울 때 나눗셈을 안전하게 하는 작은 수입니다.</translation>
    </message>
    <message>
        <source>A small number that keeps the division safe where the units of a row are nearly equal.</source>
        <translation>한 행의 유닛 값들이 거의 같을 때도 나눗셈이 안전하도록 더하는 작은 수입니다.</translation>
    </message>
    <message>
        <source>Adds noise to each pixel before each step: its standard deviation, as a share of what lies between black and white.</source>
        <translation>각 스텝 전에 픽셀마다 잡음을 더합니다. 검정과 흰색 사이의 폭에 대한 잡음 표준편차의 비율입니다.</translation>
    </message>
    <message>
        <source>Adds one learned offset to each unit.</source>
        <translation>유닛마다 학습되는 값을 하나 더합니다.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>데이터 증강</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>By how many degrees, at most, a training picture is turned to either side before each step.</source>
        <translation>각 스텝 전에 훈련 그림을 양쪽으로 최대 몇 도까지 돌리는지입니다.</translation>
    </message>
    <message>
        <source>By how many pixels, at most, a training picture is moved up, down, left or right before each step: the net learns that a thing stays what it is when it moves.</source>
        <translation>각 스텝 전에 훈련 그림을 위, 아래, 왼쪽, 오른쪽으로 최대 몇 픽셀까지 옮기는지입니다. 신경망은 무엇이든 자리를 옮겨도 같은 것임을 배웁니다.</translation>
    </message>
    <message>
        <source>Check every</source>
        <translation>확인 간격</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>잘라 내기</translation>
    </message>
    <message>
        <source>Day or month first</source>
        <translation>일·월 순서</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>소수점 기호</translation>
    </message>
    <message>
        <source>Downsample</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation>드롭아웃 비율</translation>
    </message>
    <message>
        <source>Dropout scaling</source>
        <translation>드롭아웃 보정</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>문자 인코딩</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>폴드</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>폴드 수</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>동결</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Gives training, validation and test rows the same share of each class.</source>
        <translation>학습, 검증, 테스트 데이터에 클래스 비율을 똑같이 나눕니다.</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>알갱이 잡음</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>반감기</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>머리글 행</translation>
    </message>
    <message>
        <source>How batches are drawn: at random with replacement, as shuffled epochs, or all rows each step.</source>
        <translation>배치를 뽑는 방법입니다: 복원 추출, 섞어서 에폭마다, 또는 스텝마다 전체.</translation>
    </message>
    <message>
        <source>How days such as 03/04/2024 are read, where nothing in the file says which number is the month.</source>
        <translation>03/04/2024 같은 날짜에서 어느 쪽이 월인지 파일에서 알 수 없을 때 읽는 방법.</translation>
    </message>
    <message>
        <source>How decimals are written: 1.5 or 1,5; found out from the file unless it is said.</source>
        <translation>소수를 1.5로 쓰는지 1,5로 쓰는지. 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>How dropout makes up for missing units: shrink outputs in testing, or grow them in training.</source>
        <translation>꺼진 유닛을 보정하는 방법입니다: 테스트 때 출력을 줄이거나, 훈련 때 키웁니다.</translation>
    </message>
    <message>
        <source>How far the points of a two-feature toy are scattered from their ideal place.</source>
        <translation>2차원 예제의 점들이 제자리에서 흩어진 정도입니다.</translation>
    </message>
    <message>
        <source>How features get a common size: by the largest value, standardized, from 0 to 1, or not at all.</source>
        <translation>특징의 크기를 맞추는 방법입니다: 최댓값으로 나누기, 표준화, 0에서 1까지, 또는 그대로.</translation>
    </message>
    <message>
        <source>How letters are written as bytes; found out from the file unless it is said.</source>
        <translation>글자를 바이트로 쓰는 방식. 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>How long the running average of gradients remembers.</source>
        <translation>기울기의 이동 평균이 과거를 기억하는 정도입니다.</translation>
    </message>
    <message>
        <source>How long the running average of squared gradients remembers.</source>
        <translation>기울기 제곱의 이동 평균이 과거를 기억하는 정도입니다.</translation>
    </message>
    <message>
        <source>How many classes a toy has: with more of them a net has to draw more borders at once.</source>
        <translation>예제의 클래스 수입니다. 클래스가 많을수록 신경망이 한꺼번에 더 많은 경계를 그려야 합니다.</translation>
    </message>
    <message>
        <source>How many neurons the layer has: more can represent more, and memorize more.</source>
        <translation>층의 뉴런 수입니다. 많을수록 더 많이 표현하고, 더 많이 외웁니다.</translation>
    </message>
    <message>
        <source>How many of the training rows are learned from, the first ones in their order; without a number all of them. How much better more rows make a net is its learning curve.</source>
        <translation>학습 행 가운데 앞에서부터 몇 개를 배울지 정합니다. 숫자가 없으면 모두 씁니다. 행이 늘 때 얼마나 나아지는지가 학습 곡선입니다.</translation>
    </message>
    <message>
        <source>How many pixels a filter moves at a time: 2 makes maps of half the side.</source>
        <translation>필터가 한 번에 움직이는 픽셀 수입니다. 2이면 지도의 변이 절반이 됩니다.</translation>
    </message>
    <message>
        <source>How many pixels of a picture, across and down, become one, their mean: 2 makes 14 × 14 of 28 × 28, and a step takes about a quarter of the time.</source>
        <translation>그림에서 가로세로 몇 픽셀을 평균 하나로 만들지 정합니다. 2이면 28 × 28이 14 × 14가 되고, 스텝은 4분의 1쯤의 시간이 걸립니다.</translation>
    </message>
    <message>
        <source>How many pixels the window moves at a time: with as many as it is wide, windows do not overlap.</source>
        <translation>창이 한 번에 움직이는 픽셀 수입니다. 창의 너비와 같으면 창이 겹치지 않습니다.</translation>
    </message>
    <message>
        <source>How many rows are kept aside to see whether what was learned holds for rows never trained on.</source>
        <translation>배운 것이 처음 보는 데이터에도 통하는지 보려고 따로 둔 데이터의 수입니다.</translation>
    </message>
    <message>
        <source>How many rows choose between settings and say when to stop, so that the test rows stay unseen.</source>
        <translation>설정을 고르고 언제 멈출지 정하는 행의 수. 덕분에 테스트 데이터은 보지 않은 채로 남습니다.</translation>
    </message>
    <message>
        <source>How many rows each step looks at: small batches are noisy and quick, large ones smooth and slow.</source>
        <translation>스텝마다 보는 데이터의 수입니다. 작으면 빠르지만 들쭉날쭉하고, 크면 느리지만 매끄럽습니다.</translation>
    </message>
    <message>
        <source>How many rows the network learns from; fewer rows are easier to memorize, so they overfit sooner.</source>
        <translation>신경망이 배우는 데이터의 수입니다. 적을수록 외우기 쉬워 빨리 과적합됩니다.</translation>
    </message>
    <message>
        <source>How many steps to train before pausing by itself; without a number it goes on until you pause.</source>
        <translation>저절로 멈출 때까지 학습할 스텝 수입니다. 비워 두면 직접 멈출 때까지 계속합니다.</translation>
    </message>
    <message>
        <source>How many things the layer looks for: each filter makes a map of where it found its own.</source>
        <translation>층이 찾는 것의 수입니다. 필터마다 자기 것을 찾은 자리를 지도로 만듭니다.</translation>
    </message>
    <message>
        <source>How much each batch counts in the running mean and variance that testing uses.</source>
        <translation>테스트 때 쓰는 이동 평균과 분산에 배치 하나가 반영되는 정도입니다.</translation>
    </message>
    <message>
        <source>How much of each side, at most, is cut away before each step; what is left is enlarged, so that things come in many sizes.</source>
        <translation>각 스텝 전에 각 변에서 최대 얼마를 잘라 내는지입니다. 남은 부분을 늘리므로 같은 것이 여러 크기로 나옵니다.</translation>
    </message>
    <message>
        <source>How much of the last step is carried into the next, like a rolling ball.</source>
        <translation>구르는 공처럼 이전 스텝을 다음 스텝에 이어 가는 정도입니다.</translation>
    </message>
    <message>
        <source>How the weights start; their scale decides whether the signal survives the layers.</source>
        <translation>가중치의 시작값입니다. 그 크기가 신호가 층들을 지나 살아남을지 정합니다.</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Into how many parts of equal size the training rows are cut for cross-validation.</source>
        <translation>교차 검증을 위해 학습 행을 같은 크기의 몇 부분으로 나눌지 정합니다.</translation>
    </message>
    <message>
        <source>Keep test rows</source>
        <translation>테스트 행 유지</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L1 penalty: pulls every weight towards zero by the same amount and makes many exactly useless.</source>
        <translation>L1 규제: 모든 가중치를 같은 양만큼 0으로 당겨 많은 가중치를 쓸모없게 만듭니다.</translation>
    </message>
    <message>
        <source>L2 penalty: pulls weights towards zero in proportion to their size, against overfitting.</source>
        <translation>L2 규제: 가중치를 크기에 비례해 0으로 당겨 과적합을 막습니다.</translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation>L2 λ</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>레이블 열</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>레이블 잡음</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Leave out repeats</source>
        <translation>되풀이 빼기</translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation>뺀 줄</translation>
    </message>
    <message>
        <source>Lines of the file, from 1, that are no rows: units below the names, sums or notes at the end; null where they are found out.</source>
        <translation>파일에서 데이터가 아닌 줄(1부터): 이름 아래의 단위, 끝의 합계나 설명. null이면 알아냅니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>최저 비율</translation>
    </message>
    <message>
        <source>Minimum change</source>
        <translation>최소 변화</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>Mirrors every other training picture left to right, by chance: right for clothes and animals, wrong for digits and letters, which mean something else then.</source>
        <translation>훈련 그림의 절반을 무작위로 골라 좌우로 뒤집습니다. 옷이나 동물에는 맞지만, 뒤집으면 뜻이 달라지는 숫자나 글자에는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Mixes the rows before they are split; without it they keep the order of the file.</source>
        <translation>나누기 전에 데이터를 섞습니다. 비워 두면 파일 순서를 지킵니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Names are in</source>
        <translation>이름이 있는 줄</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 횟수</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Random draw</source>
        <translation>난수 뽑기</translation>
    </message>
    <message>
        <source>Restore the best weights</source>
        <translation>최고 가중치 복원</translation>
    </message>
    <message>
        <source>Robust label</source>
        <translation>견고한 레이블</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>배치 추출</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분 문자</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Shrinks every parameter by this share of the learning rate at each step, apart from the gradient.</source>
        <translation>기울기와 별도로 스텝마다 모든 매개변수를 학습률의 이 비율만큼 줄입니다.</translation>
    </message>
    <message>
        <source>Shuffle seed</source>
        <translation>섞기 시드</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Stops a lane when its loss on the validation rows, or on the test rows where there are none, no longer falls: the simplest remedy for overfitting.</source>
        <translation>검증 손실이 더 줄지 않으면 레인을 멈춥니다(검증 데이터가 없으면 테스트 손실). 과적합을 막는 가장 간단한 방법입니다.</translation>
    </message>
    <message>
        <source>Stratify</source>
        <translation>층화</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>The CSV column that holds the class of each row.</source>
        <translation>행마다 클래스가 적힌 CSV 열입니다.</translation>
    </message>
    <message>
        <source>The lane stops after this many checks in a row without improvement, as in Keras.</source>
        <translation>이만큼 연달아 살펴봐도 개선이 없으면, 그 마지막에 레인이 멈춥니다. Keras와 같습니다.</translation>
    </message>
    <message>
        <source>The lane's colour and mark; without a choice, those of its place in the table.</source>
        <translation>레인의 색과 기호입니다. 정하지 않으면 표에서의 자리를 따릅니다.</translation>
    </message>
    <message>
        <source>The learning rate climbs from near zero over this many steps, so that the first steps do no harm.</source>
        <translation>이만큼의 스텝 동안 학습률이 0 가까이에서 올라갑니다. 첫 스텝들이 망치지 않게 합니다.</translation>
    </message>
    <message>
        <source>The learning rate drops after this many checks in a row without improvement, and the count starts again. Keras does the same; PyTorch's patience is one less.</source>
        <translation>이만큼 연달아 살펴봐도 개선이 없으면 학습률을 낮추고 다시 셉니다. Keras와 같고, PyTorch의 patience로는 하나 적은 수입니다.</translation>
    </message>
    <message>
        <source>The learning rate drops each time this many steps have passed.</source>
        <translation>이만큼의 스텝마다 학습률이 한 번씩 더 내려갑니다.</translation>
    </message>
    <message>
        <source>The learning rate falls along half a cosine over this many steps, and then stays low.</source>
        <translation>이만큼의 스텝 동안 코사인 반주기를 따라 학습률이 내려가고, 그 뒤로는 낮게 머뭅니다.</translation>
    </message>
    <message>
        <source>The learning rate falls smoothly by half in this many steps, again and again.</source>
        <translation>이만큼의 스텝마다 학습률이 매끄럽게 절반이 됩니다.</translation>
    </message>
    <message>
        <source>The nonlinearity; without one, a stack of layers is no more than a single layer.</source>
        <translation>비선형 함수입니다. 없으면 층을 쌓아도 층 하나와 같습니다.</translation>
    </message>
    <message>
        <source>The number all chance comes from: the same seed gives the same weights, batches and masks again.</source>
        <translation>모든 무작위의 출발점입니다. 시드가 같으면 가중치, 배치, 마스크가 똑같이 나옵니다.</translation>
    </message>
    <message>
        <source>The number of steps between two checks of the loss on the validation rows, or on the test rows where there are none; without the penalty.</source>
        <translation>검증 손실(검증 데이터가 없으면 테스트 손실, 규제를 뺀 값)을 살펴보는 사이의 스텝 수입니다.</translation>
    </message>
    <message>
        <source>The points that were painted: x1, x2 and the number of the class, from 0, of each.</source>
        <translation>직접 그린 점들입니다: 저마다 x1, x2, 0부터 세는 클래스 번호입니다.</translation>
    </message>
    <message>
        <source>The rows to learn from: bundled digits, a two-feature toy, a download, or your own file.</source>
        <translation>학습할 데이터입니다: 내장 숫자, 2차원 예제, 내려받기, 또는 내 파일.</translation>
    </message>
    <message>
        <source>The share of the learning rate that is left in the end.</source>
        <translation>끝에 남는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of training labels made wrong; of numbers, the size of noise beside their spread. A net that fits it is memorizing.</source>
        <translation>틀리게 만든 학습 라벨의 비율. 숫자라면 퍼짐에 견준 잡음의 크기. 이것까지 맞추는 신경망은 외우는 것입니다.</translation>
    </message>
    <message>
        <source>The share of units switched off at random in each step, so that none can rely on another.</source>
        <translation>스텝마다 무작위로 끄는 유닛의 비율입니다. 서로 의존하지 못하게 합니다.</translation>
    </message>
    <message>
        <source>The side of a filter in pixels: what a unit sees of the picture before it.</source>
        <translation>필터 한 변의 픽셀 수입니다. 유닛 하나가 앞 그림에서 보는 범위입니다.</translation>
    </message>
    <message>
        <source>The side of the window in pixels that becomes one number: what happens inside it makes no difference.</source>
        <translation>수 하나가 되는 창의 한 변 픽셀 수입니다. 그 안에서 움직여도 달라지지 않습니다.</translation>
    </message>
    <message>
        <source>The size of each step downhill: too small crawls, too large overshoots and diverges.</source>
        <translation>내려가는 스텝의 크기입니다. 너무 작으면 느리고, 너무 크면 지나쳐 발산합니다.</translation>
    </message>
    <message>
        <source>Toy noise</source>
        <translation>점의 잡음</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습에 쓰는 행</translation>
    </message>
    <message>
        <source>Training leaves the layer as it is, while the others learn on: so one sees how much of what was learned lies in it, and what the layers behind make of features that stay.</source>
        <translation>다른 층이 계속 배우는 동안 이 층은 훈련해도 그대로 둡니다. 배운 것 중 얼마나 이 층에 있는지, 바뀌지 않는 특징으로 뒤의 층이 무엇을 해내는지 보입니다.</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛 수</translation>
    </message>
    <message>
        <source>Units off</source>
        <translation>꺼진 유닛</translation>
    </message>
    <message>
        <source>Units that hand on 0, whatever comes in, in training and in measuring: what is lost without one is what it was worth. Of pictures they are whole channels.</source>
        <translation>무엇이 들어오든 훈련에서도 측정에서도 0을 넘겨주는 유닛입니다. 이 유닛 없이 잃는 만큼이 이 유닛의 값어치입니다. 그림에서는 채널 전체입니다.</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>워밍업 스텝</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>What a lane's learning rate is multiplied by when that loss no longer falls.</source>
        <translation>그 손실이 더 줄지 않을 때 레인의 학습률에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>What each column of a table is taken for: a feature, the label, or nothing.</source>
        <translation>표의 각 열을 무엇으로 볼지: 특징, 라벨, 또는 쓰지 않음.</translation>
    </message>
    <message>
        <source>What is to be learned: which class a row is of, or a number (regression).</source>
        <translation>무엇을 배울지: 행이 어느 클래스인지, 또는 숫자(회귀)인지.</translation>
    </message>
    <message>
        <source>What stands between two values of a line; found out from the file unless it is said.</source>
        <translation>한 줄의 값 사이에 있는 문자. 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>What the experiment is called.</source>
        <translation>실험의 이름입니다.</translation>
    </message>
    <message>
        <source>What the lane is called in the table and beside its curves.</source>
        <translation>표와 곡선 옆에 보이는 레인의 이름입니다.</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at each drop.</source>
        <translation>내려갈 때마다 학습률에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>What the network is given: formulas over the features, such as x1*x2; without any, the features.</source>
        <translation>신경망에 주는 값입니다: x1*x2 같은 특징의 수식들이며, 없으면 특징 그대로입니다.</translation>
    </message>
    <message>
        <source>What training makes small: cross-entropy punishes confident mistakes hardest, squared error less.</source>
        <translation>학습이 줄이려는 값입니다. 교차 엔트로피는 확신에 찬 오답을 가장 크게, 제곱 오차는 덜 벌합니다.</translation>
    </message>
    <message>
        <source>When a lane stops or the run ends, the lane returns to the weights with the lowest loss of all checks, whatever the minimum change.</source>
        <translation>멈추거나 실행 끝에 이른 레인은 살펴본 손실 가운데 가장 낮았던 가중치로 돌아갑니다. 최소 변화는 여기에 상관없습니다.</translation>
    </message>
    <message>
        <source>Whether a folder of pictures is read in colour, as red, green and blue, or in grey.</source>
        <translation>그림 폴더를 빨강, 초록, 파랑의 컬러로 읽을지 회색으로 읽을지 정합니다.</translation>
    </message>
    <message>
        <source>Whether columns that are numbered up to a square number, such as x1 to x64, are the pixels of pictures; false where they are numbers each for itself.</source>
        <translation>x1부터 x64처럼 제곱수까지 번호가 붙은 열이 그림의 픽셀인지 정합니다. 저마다의 숫자이면 false입니다.</translation>
    </message>
    <message>
        <source>Whether rows of a table that repeat another one, label included, are left out: a twin of a training row among the test rows needs no learning.</source>
        <translation>레이블까지 다른 행과 똑같은 행을 뺄지 정합니다. 테스트 행에 훈련 행의 쌍둥이가 있으면 배우지 않아도 맞힙니다.</translation>
    </message>
    <message>
        <source>Whether the filter stays inside the picture, or zeros around it keep the maps its size.</source>
        <translation>필터가 그림 안에만 머무는지, 둘레의 0으로 지도를 그림과 같은 크기로 유지하는지 정합니다.</translation>
    </message>
    <message>
        <source>Whether the first line of the file names the columns; found out from the file unless it is said.</source>
        <translation>파일의 첫 줄이 열 이름인지. 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>Whether the lane is drawn; a hidden lane trains on, and comes back as if it had never gone.</source>
        <translation>레인을 그릴지 정합니다. 숨긴 레인도 계속 학습하므로, 다시 보이면 그대로 이어집니다.</translation>
    </message>
    <message>
        <source>Whether the last rows, as they are mixed, test and those before them validate, so that the test rows stay the same whatever else is changed; otherwise they follow upon training and validation rows.</source>
        <translation>섞인 순서에서 마지막 행들을 테스트에, 그 앞의 행들을 검증에 쓸지 여부입니다. 그러면 다른 것을 바꾸어도 테스트 행은 그대로입니다. 아니면 테스트 행은 훈련 행과 검증 행 뒤를 잇습니다.</translation>
    </message>
    <message>
        <source>Whether the number to learn is scaled by its median and quartiles, which a few values far off do not move, in place of its mean and standard deviation. With the loss Huber such values hardly count then.</source>
        <translation>학습할 수를 평균과 표준편차 대신, 멀리 떨어진 몇 값에 흔들리지 않는 중앙값과 사분위수로 조정할지. 손실이 Huber이면 그런 값은 거의 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>Which line of the file, from 1, names the columns; 0 where none does. Lines above it are not read. Found out from the file unless it is said.</source>
        <translation>파일의 몇 번째 줄(1부터)에 열의 이름이 있는지; 없으면 0. 그 위의 줄은 읽지 않습니다. 따로 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>Which of the folds, from 1, is kept out of training and validates; a lane for each shows how much a result depends on the rows that happened to be held out.</source>
        <translation>1부터 세어 어느 폴드를 학습에서 빼고 검증에 쓸지 정합니다. 폴드마다 레인을 두면 결과가 우연히 남겨 둔 행에 얼마나 달렸는지 보입니다.</translation>
    </message>
    <message>
        <source>Which of the seed's draws the weights start with: that of the layer's place in the stack, or of the place that it had before others were put in front of it in a branch.</source>
        <translation>가중치가 씨앗의 몇 번째 뽑기에서 시작하는지입니다. 보통 층의 자리가 정하며, 분기에서 앞에 층이 들어오면 들어오기 전의 자리를 따릅니다.</translation>
    </message>
    <message>
        <source>Which sheet of a workbook has the table; found out from the file unless it is said.</source>
        <translation>통합 문서에서 표가 있는 시트. 정하지 않으면 파일에서 알아냅니다.</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>ρ</source>
        <translation>ρ</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Experiment copied as Python code.</source>
        <translation>실험을 Python 코드로 복사했습니다.</translation>
    </message>
    <message>
        <source>Experiments ({names})</source>
        <translation>실험 ({names})</translation>
    </message>
    <message>
        <source>Experiments, models, runs and data ({names})</source>
        <translation>실험, 모델, 실행, 데이터 ({names})</translation>
    </message>
    <message>
        <source>Models ({names})</source>
        <translation>모델 ({names})</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open a folder of pictures, with a folder for each class</source>
        <translation>클래스마다 폴더가 있는 그림 폴더 열기</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>모델 열기</translation>
    </message>
    <message>
        <source>Open preset</source>
        <translation>프리셋 열기</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>실행 열기</translation>
    </message>
    <message>
        <source>Paste experiment</source>
        <translation>실험 붙여넣기</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>표 붙여넣기</translation>
    </message>
    <message>
        <source>Pictures in IDX files ({names})</source>
        <translation>IDX 파일의 그림 ({names})</translation>
    </message>
    <message>
        <source>Runs ({names})</source>
        <translation>실행 ({names})</translation>
    </message>
    <message>
        <source>Runs of an older version (*.npz)</source>
        <translation>이전 버전의 실행 (*.npz)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>모델 저장</translation>
    </message>
    <message>
        <source>Save run</source>
        <translation>실행 저장</translation>
    </message>
    <message>
        <source>Tables ({names})</source>
        <translation>표 ({names})</translation>
    </message>
    <message>
        <source>Tables and pictures ({names})</source>
        <translation>표와 이미지 ({names})</translation>
    </message>
    <message>
        <source>The weights of {file}, after {steps} steps of training, those of step {step}. The run counts from 0.</source>
        <translation>{file}의 가중치입니다. {steps} 스텝 학습한 뒤 {step} 스텝의 가중치로 되돌린 것입니다. 실행은 0부터 셉니다.</translation>
    </message>
    <message>
        <source>The weights of {file}, after {steps} steps of training. The run counts from 0.</source>
        <translation>{file}의 가중치를 {steps} 스텝 학습한 상태로 가져왔습니다. 단계는 0부터 다시 셉니다.</translation>
    </message>
    <message>
        <source>{data} is scaled differently than in its training, so its figures differ.</source>
        <translation>{data}의 스케일이 모델을 학습할 때와 달라 결과 수치도 다릅니다.</translation>
    </message>
</context>
<context>
    <name>FiltersCanvas</name>
    <message>
        <source>Filter {filter} finds {value} in training row {row}, its number {place} of {rows} rows</source>
        <translation>필터 {filter}의 값 {value}, 훈련 행 {row} ({rows}개 행 중 {place}위)</translation>
    </message>
    <message>
        <source>Filter {filter}, on map {map}: it has changed by {change} of its size at the start</source>
        <translation>필터 {filter}, 맵 {map}: 처음 크기의 {change}만큼 바뀌었습니다</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>start</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>strongest patches</source>
        <translation>가장 강한 조각</translation>
    </message>
</context>
<context>
    <name>FiltersPanel</name>
    <message>
        <source>Arrow keys move over the filters and their patches.</source>
        <translation>화살표 키로 필터와 조각 사이를 오갑니다.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>Filters, and where each finds most</source>
        <translation>필터와, 각 필터가 가장 크게 반응하는 곳</translation>
    </message>
    <message>
        <source>No layer of this net sees pictures: add a convolution before its first dense layer, and its filters are shown here.</source>
        <translation>이 신경망에는 그림을 보는 층이 없습니다. 첫 밀집층 앞에 합성곱을 넣으면 그 필터가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Patches of {rows} training rows; weights of the map on which a filter weighs most</source>
        <translation>훈련 행 {rows}개의 조각. 가중치는 필터가 가장 크게 보는 맵의 것입니다</translation>
    </message>
    <message>
        <source>Press Play or Step, and the filters appear.</source>
        <translation>재생이나 한 단계를 누르면 필터가 나타납니다.</translation>
    </message>
    <message>
        <source>These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel.</source>
        <translation>이 데이터는 그림이 아닙니다. 데이터 패널에서 숫자, MNIST 또는 그림 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Whose filters are shown: the first ones see pixels, later ones what the others have found.</source>
        <translation>어느 층의 필터를 볼지 고릅니다. 첫 층은 픽셀을, 뒤의 층은 앞의 필터가 찾은 것을 봅니다.</translation>
    </message>
    <message>
        <source>{shown} of {count} filters</source>
        <translation>필터 {count}개 중 {shown}개</translation>
    </message>
</context>
<context>
    <name>FindingsLine</name>
    <message>
        <source>1 finding: {worst}</source>
        <translation>발견 1건: {worst}</translation>
    </message>
    <message>
        <source>What was found in the file</source>
        <translation>파일에서 찾은 것</translation>
    </message>
    <message>
        <source>What was found in your file that may spoil learning. A press leads to all of it.</source>
        <translation>학습을 망칠 수 있는, 파일에서 발견된 것입니다. 누르면 전체가 보입니다.</translation>
    </message>
    <message>
        <source>{count} findings, worst: {worst}</source>
        <translation>발견 {count}건, 가장 심한 것: {worst}</translation>
    </message>
</context>
<context>
    <name>FoldMark</name>
    <message>
        <source>A hidden layer and what follows it: open it to set each by itself. Right opens, Left folds.</source>
        <translation>은닉층과 그 뒤에 붙은 층입니다. 펼치면 하나씩 설정할 수 있습니다. 오른쪽 화살표 키로 펼치고 왼쪽 화살표 키로 접습니다.</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>open</source>
        <translation>펼침</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Against overfitting</source>
        <translation>과적합 막기</translation>
    </message>
    <message>
        <source>All comparisons</source>
        <translation>모든 비교</translation>
    </message>
    <message>
        <source>Any setting, with values of your own, or drawn.</source>
        <translation>어떤 설정이든 원하는 값으로, 또는 무작위로 비교합니다.</translation>
    </message>
    <message>
        <source>Compare {what}</source>
        <translation>{what} 비교</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>직접…</translation>
    </message>
    <message>
        <source>How it is trained</source>
        <translation>훈련 방법</translation>
    </message>
    <message>
        <source>Luck, and your own</source>
        <translation>운, 그리고 직접</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>The rows</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>GiveBack</name>
    <message>
        <source>Use the setting of all lanes</source>
        <translation>모든 레인의 설정 쓰기</translation>
    </message>
    <message>
        <source>Use the settings of all lanes, in every layer</source>
        <translation>모든 층에서 모든 레인의 설정 쓰기</translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>First layer's gradient over the last one's, of each lane</source>
        <translation>레인별 첫 층과 마지막 층의 기울기 비</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Gradient of each dense layer over the steps</source>
        <translation>스텝에 따른 완전연결층별 기울기</translation>
    </message>
    <message>
        <source>How large one step is beside the weights that it changes: about a thousandth is healthy.</source>
        <translation>한 스텝의 크기를 가중치와 견준 값입니다. 1000분의 1쯤이면 건강합니다.</translation>
    </message>
    <message>
        <source>Norm of the gradient, smoothed:  ‖∂L/∂W‖ = √ Σ (∂L/∂w)²</source>
        <translation>기울기의 노름(매끄럽게):  ‖∂L/∂W‖ = √ Σ (∂L/∂w)²</translation>
    </message>
    <message>
        <source>Press Play and watch how much of the gradient reaches the first layers.</source>
        <translation>재생을 누르면 기울기가 앞쪽 층까지 얼마나 닿는지 보입니다.</translation>
    </message>
    <message>
        <source>The size of the gradient of each layer: which way is down, and how steep it is.</source>
        <translation>층별 기울기의 크기입니다. 기울기는 내려가는 방향과 가파른 정도를 알려 줍니다.</translation>
    </message>
    <message>
        <source>Update ÷ weight</source>
        <translation>갱신 ÷ 가중치</translation>
    </message>
    <message>
        <source>Update ÷ weight, smoothed:  ‖ΔW‖ / ‖W‖</source>
        <translation>갱신 ÷ 가중치(매끄럽게):  ‖ΔW‖ / ‖W‖</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>exploding: a step changes more than a tenth</source>
        <translation>폭발: 한 스텝에 10분의 1 넘게 변함</translation>
    </message>
    <message>
        <source>exploding: above {limit}</source>
        <translation>폭발: {limit} 초과</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>vanishing: a million steps to change by its own size</source>
        <translation>소실: 제 크기만큼 변하는 데 100만 스텝</translation>
    </message>
    <message>
        <source>vanishing: below {limit}</source>
        <translation>소실: {limit} 미만</translation>
    </message>
</context>
<context>
    <name>GridSide</name>
    <message>
        <source>0, 0.01, 0.1 or 0..0.5 by 0.1 or 0.001..1 by ×10</source>
        <translation>예: 0, 0.01, 0.1 · 0..0.5 by 0.1 · 0.001..1 by ×10</translation>
    </message>
    <message>
        <source>0.001..1</source>
        <translation>0.001..1</translation>
    </message>
    <message>
        <source>Layer {number}: there or not</source>
        <translation>층 {number}: 있음 또는 없음</translation>
    </message>
    <message>
        <source>One setting less to vary.</source>
        <translation>바꿀 설정이 하나 줄어듭니다.</translation>
    </message>
    <message>
        <source>The least and the largest number that may be drawn.</source>
        <translation>뽑을 수 있는 가장 작은 수와 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>The values to compare: each gets lanes of its own.</source>
        <translation>비교할 값들입니다. 값마다 레인이 생깁니다.</translation>
    </message>
    <message>
        <source>The values to compare: tick as many as you like.</source>
        <translation>비교할 값들입니다. 원하는 만큼 고르세요.</translation>
    </message>
    <message>
        <source>Tick at least one value.</source>
        <translation>값을 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
</context>
<context>
    <name>GridStrip</name>
    <message>
        <source>Choose settings that differ.</source>
        <translation>서로 다른 설정을 고르세요.</translation>
    </message>
    <message>
        <source>First setting</source>
        <translation>첫째 설정</translation>
    </message>
    <message>
        <source>Fourth setting</source>
        <translation>넷째 설정</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>How many lanes are drawn; each trains beside the others.</source>
        <translation>레인을 몇 개 뽑을지 정합니다. 모두 나란히 훈련합니다.</translation>
    </message>
    <message>
        <source>Lanes with values drawn at random, in place of those there are; each press draws others.</source>
        <translation>지금 레인 대신 값을 무작위로 뽑은 레인을 만듭니다. 누를 때마다 다른 값을 뽑습니다.</translation>
    </message>
    <message>
        <source>Make lanes</source>
        <translation>레인 만들기</translation>
    </message>
    <message>
        <source>Make the lanes of the grid</source>
        <translation>격자의 레인을 만듭니다</translation>
    </message>
    <message>
        <source>Number of lanes</source>
        <translation>레인 수</translation>
    </message>
    <message>
        <source>One lane for every combination of the values, in place of those there are.</source>
        <translation>지금 레인 대신 값의 조합마다 레인을 하나씩 만듭니다.</translation>
    </message>
    <message>
        <source>One setting or two: a lane for every combination of the values, two of them as a map.</source>
        <translation>설정 하나나 둘: 값의 조합마다 레인이 하나씩 생기고, 둘이면 지도가 됩니다.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Ranges: 0.001..1, drawn evenly, or where a setting goes by orders of magnitude, each of those equally often. Enter draws the lanes.</source>
        <translation>범위: 0.001..1. 고르게 뽑되, 자릿수로 세는 설정은 자릿수마다 고르게 뽑습니다. Enter를 누르면 레인을 뽑습니다.</translation>
    </message>
    <message>
        <source>Second setting</source>
        <translation>둘째 설정</translation>
    </message>
    <message>
        <source>There can be at most {most} lanes.</source>
        <translation>레인은 {most}개까지 됩니다.</translation>
    </message>
    <message>
        <source>Third setting</source>
        <translation>셋째 설정</translation>
    </message>
    <message>
        <source>Up to four settings, drawn at random from ranges: with as many lanes, each is tried at more values than in a grid, so that what matters is found sooner.</source>
        <translation>설정을 넷까지 범위에서 무작위로 뽑습니다. 레인 수가 같아도 격자보다 설정마다 더 많은 값을 시도하므로, 중요한 것을 더 빨리 찾습니다.</translation>
    </message>
    <message>
        <source>Values: 0, 0.01, 0.1 · 0..0.5 by 0.1 · 0.001..1 by ×10. Enter makes the lanes.</source>
        <translation>값: 0, 0.01, 0.1 · 0..0.5 by 0.1 · 0.001..1 by ×10. Enter를 누르면 레인이 생깁니다.</translation>
    </message>
    <message>
        <source>{count} lanes</source>
        <translation>레인 {count}개</translation>
    </message>
    <message>
        <source>{product} = {count} lanes</source>
        <translation>{product} = 레인 {count}개</translation>
    </message>
</context>
<context>
    <name>GridValues</name>
    <message>
        <source>A range goes upwards: the smaller number comes first.</source>
        <translation>범위는 작은 수부터 적습니다.</translation>
    </message>
    <message>
        <source>A range needs a step above 0, or a start above 0 and a factor above 1.</source>
        <translation>범위에는 0보다 큰 간격이, 또는 0보다 큰 시작값과 1보다 큰 배율이 필요합니다.</translation>
    </message>
    <message>
        <source>Orders of magnitude are drawn equally often, so the range has to start above 0.</source>
        <translation>자릿수마다 고르게 뽑으므로 범위는 0보다 큰 수에서 시작해야 합니다.</translation>
    </message>
    <message>
        <source>Say from where to where: 0.001..1</source>
        <translation>어디부터 어디까지인지 적으세요: 0.001..1</translation>
    </message>
    <message>
        <source>Say how far apart: {text} by 0.1</source>
        <translation>간격을 적으세요: {text} by 0.1</translation>
    </message>
    <message>
        <source>There are no values yet.</source>
        <translation>아직 값이 없습니다.</translation>
    </message>
    <message>
        <source>These are more than {most} values.</source>
        <translation>값이 {most}개를 넘습니다.</translation>
    </message>
    <message>
        <source>{value} is not a whole number.</source>
        <translation>{value}: 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>{value} is out of range. {field}: {limits}.</source>
        <translation>{value}: 범위를 벗어났습니다. {field}: {limits}.</translation>
    </message>
    <message>
        <source>“{word}” is not a number.</source>
        <translation>“{word}”: 수가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>GrowForm</name>
    <message>
        <source>Added to the weights of new units, as a share of a usual weight: it parts the copies.</source>
        <translation>새 유닛의 가중치에 더합니다. 보통 가중치에 대한 비율이며, 복사본을 서로 갈라놓습니다.</translation>
    </message>
    <message>
        <source>Exact copies: training parts them, because what follows shares its weights out unequally.</source>
        <translation>똑같은 복사본입니다. 뒤의 층이 가중치를 고르지 않게 나누어 가지므로 학습하면서 서로 갈라집니다.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>넓히기</translation>
    </message>
    <message>
        <source>Grow a layer in a branch</source>
        <translation>분기에서 층 넓히기</translation>
    </message>
    <message>
        <source>Grow layer {layer} in a branch</source>
        <translation>분기에서 층 {layer} 넓히기</translation>
    </message>
    <message>
        <source>New units are copies, and what follows shares its weights out among them: the lane goes on saying the same, with room to learn more.</source>
        <translation>새 유닛은 복사본이고, 뒤의 층이 그 가중치를 나누어 가집니다. 레인의 출력은 그대로이고, 더 배울 여지가 생깁니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>{units} units now; then</source>
        <translation>지금 유닛 {units}개, 앞으로</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Began with</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Click to redo the edits up to this one.</source>
        <translation>클릭하면 여기까지의 편집을 다시 적용합니다.</translation>
    </message>
    <message>
        <source>Click to undo all edits after this one.</source>
        <translation>클릭하면 이 뒤의 편집을 모두 되돌립니다.</translation>
    </message>
    <message>
        <source>This is what you see now.</source>
        <translation>지금 보이는 상태입니다.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Every edit so far: click one, or press Enter on it, to go back to it or forward.</source>
        <translation>지금까지의 모든 편집입니다. 클릭하거나 Enter를 누르면 그 편집으로 되돌아가거나 나아갑니다.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>편집 기록</translation>
    </message>
    <message>
        <source>Nothing has been edited yet. Each edit will appear here, and a click goes back to it.</source>
        <translation>아직 편집한 것이 없습니다. 편집이 여기에 쌓이고, 클릭하면 그때로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>InputSwitches</name>
    <message>
        <source>+ - * / ^ and brackets; sin cos tanh exp log sqrt abs; Return adds it.</source>
        <translation>+ - * / ^와 괄호, sin cos tanh exp log sqrt abs. Return 키로 추가합니다.</translation>
    </message>
    <message>
        <source>A formula to add</source>
        <translation>추가할 수식</translation>
    </message>
    <message>
        <source>A network needs at least one input: switch another one on first.</source>
        <translation>신경망에는 입력이 하나는 있어야 합니다. 먼저 다른 입력을 켜세요.</translation>
    </message>
    <message>
        <source>Above zero where both signs agree: with it XOR needs no hidden layer.</source>
        <translation>두 부호가 같은 곳에서 0보다 큽니다. 이것이 있으면 XOR에 은닉층이 필요 없습니다.</translation>
    </message>
    <message>
        <source>Add a formula, such as x1^2 + x2^2</source>
        <translation>수식 추가, 예: x1^2 + x2^2</translation>
    </message>
    <message>
        <source>How far from the middle, to either side: with both squares a single border can close to a circle.</source>
        <translation>가운데에서 좌우로 떨어진 정도입니다. 두 제곱이 있으면 경계 하나가 원으로 닫힐 수 있습니다.</translation>
    </message>
    <message>
        <source>How far from the middle, up or down: with both squares a single border can close to a circle.</source>
        <translation>가운데에서 위아래로 떨어진 정도입니다. 두 제곱이 있으면 경계 하나가 원으로 닫힐 수 있습니다.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Take away {formula}</source>
        <translation>{formula} 없애기</translation>
    </message>
    <message>
        <source>Take this input away</source>
        <translation>이 입력 없애기</translation>
    </message>
    <message>
        <source>The first feature as it is: how far to the right a point lies.</source>
        <translation>첫째 특징 그대로입니다. 점이 얼마나 오른쪽에 있는지입니다.</translation>
    </message>
    <message>
        <source>The picture is the plane: blue below zero, orange above.</source>
        <translation>그림은 평면입니다. 0보다 작으면 파랑, 크면 주황입니다.</translation>
    </message>
    <message>
        <source>The second feature as it is: how far up a point lies.</source>
        <translation>둘째 특징 그대로입니다. 점이 얼마나 위에 있는지입니다.</translation>
    </message>
    <message>
        <source>Waves from bottom to top: a border that bends again and again, without a hidden layer.</source>
        <translation>아래에서 위로 물결칩니다. 은닉층 없이도 경계가 거듭 휩니다.</translation>
    </message>
    <message>
        <source>Waves from left to right: a border that bends again and again, without a hidden layer.</source>
        <translation>왼쪽에서 오른쪽으로 물결칩니다. 은닉층 없이도 경계가 거듭 휩니다.</translation>
    </message>
    <message>
        <source>What you know of the task may be said to the network: one more input, made of the others.</source>
        <translation>문제에 대해 아는 것을 신경망에 알려 줄 수 있습니다. 다른 입력으로 만든 입력 하나를 더합니다.</translation>
    </message>
    <message>
        <source>x₁ is {first}, x₂ is {second}.</source>
        <translation>x₁ 값은 {first}, x₂ 값은 {second}.</translation>
    </message>
    <message>
        <source>{formula} is there already.</source>
        <translation>{formula}: 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>InsertMark</name>
    <message>
        <source>Insert a layer here</source>
        <translation>여기에 층 넣기</translation>
    </message>
    <message>
        <source>Insert a layer here. Ins and Shift+Ins do so behind and before the selected one.</source>
        <translation>여기에 층을 넣습니다. Ins와 Shift+Ins는 선택한 층의 뒤와 앞에 넣습니다.</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>Views of the inside of the network</source>
        <translation>신경망 내부 보기</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>step {step} · {words}</source>
        <translation>스텝 {step} · {words}</translation>
    </message>
</context>
<context>
    <name>Interventions</name>
    <message>
        <source>A new lane in which it hands on 0, beside the lane as it was: what gets worse at once is what the unit was worth, and what comes back is what the others take over.</source>
        <translation>이 유닛이 0을 넘겨주는 새 레인이 원래 레인 옆에 섭니다. 바로 나빠지는 만큼이 이 유닛의 값어치이고, 되돌아오는 만큼은 다른 유닛이 떠맡은 것입니다.</translation>
    </message>
    <message>
        <source>A new lane in which its weights stay as they are, beside the lane as it was: how far the other layers get alone shows what is left to learn in this one.</source>
        <translation>이 층의 가중치를 그대로 두는 새 레인이 원래 레인 옆에 섭니다. 나머지 층만으로 얼마나 나아지는지 보면 이 층이 더 배울 것이 얼마나 남았는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>A new lane that starts with another number there, beside the lane as it was: whether training brings it back shows how much this number mattered.</source>
        <translation>그 자리의 수만 다른 새 레인이 원래 레인 옆에 섭니다. 훈련이 이 수를 되돌려 놓는지 보면 이 수가 얼마나 중요했는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Edit the bias of {unit} in a branch…</source>
        <translation>분기에서 {unit}의 편향 편집…</translation>
    </message>
    <message>
        <source>Edit {weight} in a branch…</source>
        <translation>분기에서 {weight} 편집…</translation>
    </message>
    <message>
        <source>Freeze layer {layer} here</source>
        <translation>여기서 {layer}층 동결</translation>
    </message>
    <message>
        <source>Freeze layer {layer} in a branch</source>
        <translation>분기에서 {layer}층 동결</translation>
    </message>
    <message>
        <source>In this lane, which is a branch with frozen layers already.</source>
        <translation>이미 동결된 층이 있는 분기인 이 레인에서 동결합니다.</translation>
    </message>
    <message>
        <source>In this lane, which is a branch with units off already.</source>
        <translation>이미 꺼진 유닛이 있는 분기인 이 레인에서 끕니다.</translation>
    </message>
    <message>
        <source>It hands on again what it says, with the weights that it has now.</source>
        <translation>지금의 가중치로 내는 값을 다시 넘겨줍니다.</translation>
    </message>
    <message>
        <source>Let layer {layer} learn again</source>
        <translation>{layer}층 동결 풀기</translation>
    </message>
    <message>
        <source>Switch {unit} off here</source>
        <translation>여기서 {unit} 끄기</translation>
    </message>
    <message>
        <source>Switch {unit} off in a branch</source>
        <translation>분기에서 {unit} 끄기</translation>
    </message>
    <message>
        <source>Switch {unit} on again</source>
        <translation>{unit} 다시 켜기</translation>
    </message>
    <message>
        <source>Training changes its weights again, from where they are.</source>
        <translation>지금 값에서부터 훈련이 가중치를 다시 바꿉니다.</translation>
    </message>
    <message>
        <source>b {unit} of layer {layer}</source>
        <translation>{layer}층의 b {unit}</translation>
    </message>
    <message>
        <source>w {source}→{target} of layer {layer}</source>
        <translation>{layer}층의 w {source}→{target}</translation>
    </message>
</context>
<context>
    <name>Introduction</name>
    <message>
        <source>Copies of the network that differ in one setting only. All see the same batches and draw the same random numbers, so what differs on the screen was caused by that setting.</source>
        <translation>설정 하나만 다른 신경망의 복사본들. 모두 같은 배치를 보고 같은 난수를 쓰므로, 화면의 차이는 그 설정 때문에 생긴 것입니다.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Every edit can be undone, and closing the window keeps the run: the next start goes on with it.</source>
        <translation>모든 편집은 되돌릴 수 있고, 창을 닫아도 실행이 보존되어 다음 시작 때 이어집니다.</translation>
    </message>
    <message>
        <source>F5 trains the network step by step: a batch of rows goes through it, and every weight moves a little downhill. Reset goes back to the same starting weights.</source>
        <translation>F5를 누르면 한 스텝씩 학습합니다. 행 한 묶음(배치)이 신경망을 지나가고, 모든 가중치가 내리막으로 조금씩 움직입니다. 초기 상태로 되돌리면 같은 초깃값에서 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>소개</translation>
    </message>
    <message>
        <source>It names what is wrong with a run, its cause, and a remedy that was tried on a copy; one press applies it, and Undo takes it back.</source>
        <translation>실행의 문제와 원인, 그리고 복사본에서 시험해 본 처방을 알려 줍니다. 한 번 눌러 적용하고, 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Layers from the input to the answer. Click one to see its settings; + adds layers, and each number may be changed while it trains.</source>
        <translation>입력에서 답까지 이어지는 층들. 층을 누르면 설정이 보이고, +로 층을 더하며, 모든 숫자는 학습 중에도 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Nothing breaks</source>
        <translation>망가지지 않습니다</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Signals, gradients, weights, borders, mistakes: what goes on in the selected lane, and why it learns or does not.</source>
        <translation>신호, 기울기, 가중치, 경계, 틀린 답: 고른 레인 안에서 무슨 일이 일어나고, 왜 배우거나 배우지 못하는지.</translation>
    </message>
    <message>
        <source>Solid for training rows, dashed for the others. Where the dashed loss climbs while the solid one falls, the net overfits.</source>
        <translation>실선은 훈련 행, 점선은 나머지 행. 실선 손실은 내려가는데 점선 손실이 오르면 과적합입니다.</translation>
    </message>
    <message>
        <source>The bar below</source>
        <translation>아래 막대</translation>
    </message>
    <message>
        <source>The rows it learns from, and rows kept apart that it is never trained on: only those say whether it has learned a rule or its rows by heart.</source>
        <translation>배우는 데 쓰는 행과, 학습에 쓰지 않고 따로 둔 행. 규칙을 배웠는지 행을 외웠는지는 따로 둔 행만 말해 줍니다.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A step more or less</source>
        <translation>한 단계 늘리거나 줄이기</translation>
    </message>
    <message>
        <source>Accept what was typed</source>
        <translation>입력한 값 적용</translation>
    </message>
    <message>
        <source>Back to the starting weights</source>
        <translation>시작 가중치로 되돌리기</translation>
    </message>
    <message>
        <source>Choose its colour</source>
        <translation>레인 색 고르기</translation>
    </message>
    <message>
        <source>Copy the experiment, or paste one or a table</source>
        <translation>실험 복사, 실험 또는 표 붙여넣기</translation>
    </message>
    <message>
        <source>Copy the lanes as a table, for a spreadsheet</source>
        <translation>레인을 스프레드시트용 표로 복사</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+클릭</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>어둡게 또는 밝게</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>입력한 값 취소</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation>파일 놓기</translation>
    </message>
    <message>
        <source>Duplicate the selected lane</source>
        <translation>선택한 레인 복제</translation>
    </message>
    <message>
        <source>English or Korean</source>
        <translation>영어 또는 한국어</translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation>모두 크게</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>모두 작게</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Fold Why?, then end what is enlarged or presented</source>
        <translation>'왜?'를 접고, 다음에는 크게 보기나 발표 모드를 끝내기</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>실행 다시 따라가기</translation>
    </message>
    <message>
        <source>Go to {panel}</source>
        <translation>이동: {panel}</translation>
    </message>
    <message>
        <source>Hide it or show it</source>
        <translation>레인 숨기거나 보이기</translation>
    </message>
    <message>
        <source>High contrast, or normal</source>
        <translation>고대비 또는 보통 대비</translation>
    </message>
    <message>
        <source>Move a layer to another place</source>
        <translation>층을 다른 자리로 옮기기</translation>
    </message>
    <message>
        <source>Move along the steps</source>
        <translation>스텝을 따라 이동</translation>
    </message>
    <message>
        <source>Move the selected lane</source>
        <translation>선택한 레인 옮기기</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Open an experiment, a model or a table</source>
        <translation>실험, 모델, 표 열기</translation>
    </message>
    <message>
        <source>Other starting weights</source>
        <translation>다른 시작 가중치</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 일시정지</translation>
    </message>
    <message>
        <source>Read off the figures of an earlier or a later step</source>
        <translation>앞이나 뒤 단계의 수치 읽기</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Remove the selected lane</source>
        <translation>선택한 레인 삭제</translation>
    </message>
    <message>
        <source>Rename the selected lane</source>
        <translation>선택한 레인 이름 바꾸기</translation>
    </message>
    <message>
        <source>Select another lane</source>
        <translation>다른 레인 선택</translation>
    </message>
    <message>
        <source>Select several layers</source>
        <translation>층 여러 개 선택</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+클릭</translation>
    </message>
    <message>
        <source>Show it alone, or all again</source>
        <translation>이 레인만 또는 다시 모두 보이기</translation>
    </message>
    <message>
        <source>Ten steps more or less</source>
        <translation>열 단계 늘리거나 줄이기</translation>
    </message>
    <message>
        <source>To the next control, or the one before</source>
        <translation>다음 또는 이전 요소로</translation>
    </message>
    <message>
        <source>Train for a step</source>
        <translation>한 스텝 학습</translation>
    </message>
    <message>
        <source>Train for an epoch</source>
        <translation>한 에폭 학습</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>마지막 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>보고서 쓰기</translation>
    </message>
    <message>
        <source>Zoom in and out around the pointer</source>
        <translation>마우스 자리에서 확대하거나 축소</translation>
    </message>
</context>
<context>
    <name>LaneButtons</name>
    <message>
        <source>Add a lane: a copy of the network to change one setting in, trained side by side</source>
        <translation>레인 추가: 설정 하나를 바꿔 나란히 학습할 신경망 사본을 만듭니다</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>레인 추가</translation>
    </message>
    <message>
        <source>Duplicate lane</source>
        <translation>레인 복제</translation>
    </message>
    <message>
        <source>Duplicate the selected lane, to change one setting in the copy (Ctrl+D)</source>
        <translation>선택한 레인을 복제해 설정 하나를 바꿔 봅니다 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>레인 삭제</translation>
    </message>
    <message>
        <source>Remove the selected lane (Delete)</source>
        <translation>선택한 레인을 삭제합니다 (Delete)</translation>
    </message>
    <message>
        <source>The last lane stays: it is the network itself.</source>
        <translation>마지막 레인은 남습니다. 신경망 자체입니다.</translation>
    </message>
    <message>
        <source>There are {count} lanes, which is as many as there can be.</source>
        <translation>레인이 {count}개로, 더 늘릴 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>LaneChips</name>
    <message>
        <source>All comparisons</source>
        <translation>모든 비교</translation>
    </message>
    <message>
        <source>All comparisons that take one click, each with what there is to see.</source>
        <translation>한 번 눌러 만드는 모든 비교와, 저마다 무엇을 볼 수 있는지입니다.</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>모두…</translation>
    </message>
    <message>
        <source>Any setting that a lane may have, with values of your own: opens a strip below to spell them out.</source>
        <translation>레인이 가질 수 있는 어떤 설정이든 원하는 값으로 비교합니다. 아래에 값을 적는 줄이 열립니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare {what}</source>
        <translation>{what} 비교</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>직접…</translation>
    </message>
</context>
<context>
    <name>LaneEye</name>
    <message>
        <source>Alt+click shows it alone (S), and again all lanes.</source>
        <translation>Alt+클릭하면 이 레인만 보이고 (S), 다시 하면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Hide the lane: its curves are not drawn, and it trains on (V).</source>
        <translation>레인을 숨깁니다. 곡선은 그리지 않지만 학습은 계속합니다 (V).</translation>
    </message>
    <message>
        <source>Show the lane again (V).</source>
        <translation>레인을 다시 보입니다 (V).</translation>
    </message>
</context>
<context>
    <name>LaneFigures</name>
    <message>
        <source>A branch from an earlier step: it has trained {count} steps fewer than the run, and its curve goes on from the step at which it branched off.</source>
        <translation>이전 스텝에서 갈라진 분기입니다. 실행보다 {count}스텝 적게 학습했으며, 곡선은 갈라진 스텝부터 이어집니다.</translation>
    </message>
    <message>
        <source>Early stopping: its test loss no longer fell. Its weights are those of step {best} again.</source>
        <translation>조기 종료: 테스트 손실이 더 줄지 않았습니다. 가중치는 스텝 {best}의 것으로 돌아갔습니다.</translation>
    </message>
    <message>
        <source>Early stopping: its test loss no longer fell; it was lowest at step {best}.</source>
        <translation>조기 종료: 테스트 손실이 더 줄지 않았습니다. 가장 낮은 스텝은 {best}입니다.</translation>
    </message>
    <message>
        <source>Early stopping: its validation loss no longer fell. Its weights are those of step {best} again.</source>
        <translation>조기 종료: 검증 손실이 더 줄지 않았습니다. 가중치는 스텝 {best}의 것으로 돌아갔습니다.</translation>
    </message>
    <message>
        <source>Early stopping: its validation loss no longer fell; it was lowest at step {best}.</source>
        <translation>조기 종료: 검증 손실이 더 줄지 않았습니다. 가장 낮은 스텝은 {best}입니다.</translation>
    </message>
    <message>
        <source>Its numbers grew until they were no longer finite: a smaller learning rate helps.</source>
        <translation>값이 한없이 커졌습니다. 학습률을 줄이면 나아집니다.</translation>
    </message>
    <message>
        <source>RMSE of training rows {0}, of test rows {1}</source>
        <translation>RMSE: 훈련 행 {0}, 테스트 행 {1}</translation>
    </message>
    <message>
        <source>RMSE of training rows {0}, of validation rows {1}, of test rows {2}</source>
        <translation>RMSE: 훈련 행 {0}, 검증 행 {1}, 테스트 행 {2}</translation>
    </message>
    <message>
        <source>The run is over: its weights are those of step {best}, where its test loss was lowest.</source>
        <translation>실행이 끝났습니다: 가중치는 테스트 손실이 가장 낮았던 스텝 {best}의 것입니다.</translation>
    </message>
    <message>
        <source>The run is over: its weights are those of step {best}, where its validation loss was lowest.</source>
        <translation>실행이 끝났습니다: 가중치는 검증 손실이 가장 낮았던 스텝 {best}의 것입니다.</translation>
    </message>
    <message>
        <source>best of step {step}</source>
        <translation>최적: 스텝 {step}</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>median error of training rows {0}, of test rows {1}</source>
        <translation>훈련 데이터의 중앙 오차 {0}, 테스트 데이터 {1}</translation>
    </message>
    <message>
        <source>median error of training rows {0}, of validation rows {1}, of test rows {2}</source>
        <translation>훈련 데이터의 중앙 오차 {0}, 검증 데이터 {1}, 테스트 데이터 {2}</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>봉인</translation>
    </message>
    <message>
        <source>seen {count}×</source>
        <translation>{count}번 봄</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 종료</translation>
    </message>
    <message>
        <source>stopped at step {step}, weights of step {best}</source>
        <translation>{step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>train R² {0}, test R² {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>훈련 R² {0}, 테스트 R² {1}, 차이 {2}, 훈련 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>train R² {0}, validation R² {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, test R² {6}</source>
        <translation>훈련 R² {0}, 검증 R² {1}, 차이 {2}, 훈련 손실 {3}, 검증 손실 {4}, 규제 {5}, 테스트 R² {6}</translation>
    </message>
    <message>
        <source>train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>학습 정확도 {0}, 테스트 정확도 {1}, 격차 {2}, 학습 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>train accuracy {0}, validation accuracy {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}, test accuracy {6}</source>
        <translation>학습 정확도 {0}, 검증 정확도 {1}, 격차 {2}, 학습 손실 {3}, 검증 손실 {4}, 규제 {5}, 테스트 정확도 {6}</translation>
    </message>
    <message>
        <source>{count} diverged</source>
        <translation>발산 {count}개</translation>
    </message>
    <message>
        <source>{count} steps fewer</source>
        <translation>{count}스텝 적음</translation>
    </message>
</context>
<context>
    <name>LaneHeader</name>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Headings of the lanes</source>
        <translation>레인 표의 제목</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Return sorts the lanes by a heading; the menu key chooses columns.</source>
        <translation>Enter는 그 제목으로 레인을 정렬하고, 메뉴 키는 열을 고릅니다.</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
</context>
<context>
    <name>LaneMap</name>
    <message>
        <source>Figure of the map</source>
        <translation>지도의 값</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>How wrong the answers are on the test rows, without the penalty: the mean data loss.</source>
        <translation>테스트 행에서 답이 얼마나 틀렸는지, 규제를 뺀 값입니다: 데이터 손실의 평균.</translation>
    </message>
    <message>
        <source>How wrong the answers are on the validation rows, without the penalty: the mean data loss.</source>
        <translation>검증 데이터에서 답이 얼마나 틀렸는지, 규제를 뺀 값입니다: 데이터 손실의 평균.</translation>
    </message>
    <message>
        <source>Map of the lanes</source>
        <translation>레인 지도</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>Test loss + penalty</source>
        <translation>테스트 손실 + 규제</translation>
    </message>
    <message>
        <source>The share of rows never trained on that are classified right: what counts.</source>
        <translation>학습에 쓰지 않은 데이터 가운데 맞힌 비율로, 정말 중요한 값입니다.</translation>
    </message>
    <message>
        <source>The share of training rows that are classified right: what was learned by heart.</source>
        <translation>훈련 데이터 가운데 맞힌 비율로, 외운 정도입니다.</translation>
    </message>
    <message>
        <source>The share of validation rows that are classified right: choose the settings by it.</source>
        <translation>검증 데이터 가운데 맞힌 비율입니다. 이 값으로 설정을 고르세요.</translation>
    </message>
    <message>
        <source>Their sum. It is higher where λ is, so it does not say which λ is best.</source>
        <translation>둘의 합입니다. λ가 크면 커지므로, 어느 λ가 가장 좋은지는 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Train less test accuracy, in percentage points: a wide gap means overfitting.</source>
        <translation>훈련 정확도에서 테스트 정확도를 뺀 값(%p)입니다. 크면 과적합입니다.</translation>
    </message>
    <message>
        <source>Train less validation accuracy, in percentage points: a wide gap means overfitting.</source>
        <translation>훈련 정확도에서 검증 정확도를 뺀 값(%p)입니다. 크면 과적합입니다.</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Validation loss + penalty</source>
        <translation>검증 손실 + 규제</translation>
    </message>
    <message>
        <source>Which figure of the lanes the map shows.</source>
        <translation>지도에 보일 레인의 값입니다.</translation>
    </message>
    <message>
        <source>best of step {step}</source>
        <translation>최적: 스텝 {step}</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>아직 학습 전</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 종료</translation>
    </message>
    <message>
        <source>stopped at step {step}, weights of step {best}</source>
        <translation>{step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>train R² {0}, test R² {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>훈련 R² {0}, 테스트 R² {1}, 차이 {2}, 훈련 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>train R² {0}, validation R² {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}</source>
        <translation>훈련 R² {0}, 검증 R² {1}, 차이 {2}, 훈련 손실 {3}, 검증 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>학습 정확도 {0}, 테스트 정확도 {1}, 격차 {2}, 학습 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>train accuracy {0}, validation accuracy {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}</source>
        <translation>학습 정확도 {0}, 검증 정확도 {1}, 격차 {2}, 학습 손실 {3}, 검증 손실 {4}, 규제 {5}</translation>
    </message>
    <message>
        <source>{setting}: {figure} {value}</source>
        <translation>{setting}: {figure} {value}</translation>
    </message>
    <message>
        <source>{setting}: {figure} {value}, the mean of {count} lanes</source>
        <translation>{setting}: {figure} {value}, 레인 {count}개 평균</translation>
    </message>
</context>
<context>
    <name>LaneMark</name>
    <message>
        <source>Colour and mark</source>
        <translation>색과 기호</translation>
    </message>
    <message>
        <source>Drag the row to move it, or press Alt+Up and Alt+Down.</source>
        <translation>행을 끌거나 Alt+위, Alt+아래를 눌러 옮깁니다.</translation>
    </message>
    <message>
        <source>The colour and mark of the lane, here and beside its curves: click to choose another (C).</source>
        <translation>여기와 곡선 옆에 쓰는 레인의 색과 기호입니다. 클릭하면 바꿀 수 있습니다 (C).</translation>
    </message>
</context>
<context>
    <name>LaneMenu</name>
    <message>
        <source>Colour and mark…</source>
        <translation>색과 기호…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보이기</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>모든 레인 보이기</translation>
    </message>
    <message>
        <source>Show alone, or all again</source>
        <translation>이것만 또는 모두 보이기</translation>
    </message>
</context>
<context>
    <name>LanePalette</name>
    <message>
        <source>Another lane has this one.</source>
        <translation>다른 레인이 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Colours and marks</source>
        <translation>색과 기호</translation>
    </message>
    <message>
        <source>Mark {number} of {count}</source>
        <translation>기호 {count}개 중 {number}번</translation>
    </message>
    <message>
        <source>another lane has it</source>
        <translation>다른 레인이 사용 중</translation>
    </message>
</context>
<context>
    <name>LaneRatios</name>
    <message>
        <source>First layer’s gradient ÷ last one’s:  ‖∂L/∂W₁‖ / ‖∂L/∂Wₙ‖</source>
        <translation>첫 층 기울기 ÷ 마지막 층 기울기:  ‖∂L/∂W₁‖ / ‖∂L/∂Wₙ‖</translation>
    </message>
    <message>
        <source>The first layer learns about as fast as the last.</source>
        <translation>첫 층이 마지막 층과 비슷한 속도로 배웁니다.</translation>
    </message>
    <message>
        <source>The gradient explodes: on its way back it grows so large that the first layers overshoot.</source>
        <translation>기울기 폭발: 거꾸로 가며 너무 커져 앞쪽 층이 지나칩니다.</translation>
    </message>
    <message>
        <source>The gradient vanishes: on its way back it becomes so small that the first layers hardly learn.</source>
        <translation>기울기 소실: 거꾸로 가며 너무 작아져 앞쪽 층이 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>explodes</source>
        <translation>폭발</translation>
    </message>
    <message>
        <source>vanishes</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>{name}: first layer {first}, last layer {last}, ratio {ratio}</source>
        <translation>{name}: 첫 층 {first}, 마지막 층 {last}, 비 {ratio}</translation>
    </message>
</context>
<context>
    <name>LaneRow</name>
    <message>
        <source>Colour and mark of lane {name}</source>
        <translation>레인 {name}의 색과 기호</translation>
    </message>
    <message>
        <source>Lane {name}: {field}</source>
        <translation>레인 {name}: {field}</translation>
    </message>
    <message>
        <source>Layer {number}: {value}</source>
        <translation>층 {number}: {value}</translation>
    </message>
    <message>
        <source>Show lane {name}</source>
        <translation>레인 {name} 보이기</translation>
    </message>
    <message>
        <source>The layers of this lane differ; a value given here is for all of them.</source>
        <translation>이 레인은 층마다 값이 다릅니다. 여기에 적은 값은 모든 층에 쓰입니다.</translation>
    </message>
    <message>
        <source>There is no dropout layer: add one to the stack, and each lane can set its rate.</source>
        <translation>드롭아웃 층이 없습니다. 층을 추가하면 레인마다 비율을 정할 수 있습니다.</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>{name}, with its own: {settings}</source>
        <translation>{name}, 따로 정한 값: {settings}</translation>
    </message>
</context>
<context>
    <name>LaneSheet</name>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Test R²</source>
        <translation>테스트 R²</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>Train R²</source>
        <translation>훈련 R²</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>Validation R²</source>
        <translation>검증 R²</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>best of step {step}</source>
        <translation>최적: 스텝 {step}</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 종료</translation>
    </message>
    <message>
        <source>stopped at step {step}, weights of step {best}</source>
        <translation>{step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>{count} steps fewer</source>
        <translation>{count}스텝 적음</translation>
    </message>
</context>
<context>
    <name>LaneSwatch</name>
    <message>
        <source>Mark of lane {number}</source>
        <translation>레인 {number}의 표시</translation>
    </message>
</context>
<context>
    <name>LaneTag</name>
    <message>
        <source>Lane in focus: {name}</source>
        <translation>보고 있는 레인: {name}</translation>
    </message>
    <message>
        <source>The views show {name}. Select another row of the lane table to see that lane.</source>
        <translation>보고 있는 레인: {name}. 레인 표에서 다른 행을 고르면 그 레인을 봅니다.</translation>
    </message>
</context>
<context>
    <name>LaneViews</name>
    <message>
        <source>Each lane as a line from its settings to its results: which settings lead to the best?</source>
        <translation>레인마다 설정에서 결과까지 선 하나로 그립니다: 어떤 설정이 가장 좋은 결과로 이어질까요?</translation>
    </message>
    <message>
        <source>Every lane as a row, with its settings to edit.</source>
        <translation>레인을 한 줄씩, 고칠 수 있는 설정과 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>평행 좌표</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>The grid of the lanes in colours: see at a glance where it is best.</source>
        <translation>레인의 격자를 색으로 보여 줍니다. 어디가 가장 좋은지 한눈에 보입니다.</translation>
    </message>
</context>
<context>
    <name>LanesPanel</name>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>How far answers lie from the numbers of the training rows, in their own unit; large errors weigh more.</source>
        <translation>답이 훈련 행의 숫자에서 얼마나 떨어져 있는지를 그 숫자의 단위로 나타냅니다. 큰 오차일수록 더 크게 셉니다.</translation>
    </message>
    <message>
        <source>How many numbers the lane learns: weights, biases, and what normalization scales by.</source>
        <translation>레인이 학습하는 수의 개수: 가중치, 편향, 정규화의 배율입니다.</translation>
    </message>
    <message>
        <source>How much of the spread of the numbers is explained: 1 is perfect, 0 no better than their mean.</source>
        <translation>숫자의 흩어짐을 얼마나 설명하는지입니다. 1은 완벽하고, 0은 평균을 말하는 것과 같습니다.</translation>
    </message>
    <message>
        <source>How wrong the answers are on the training rows, without the penalty: the mean data loss.</source>
        <translation>학습 행에서 답이 얼마나 틀렸는지, 규제를 뺀 값입니다: 데이터 손실의 평균.</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Milliseconds that a step has taken on this computer, in the mean. Lanes of one network share its time equally, so that a lane alone takes longer.</source>
        <translation>이 컴퓨터에서 한 스텝에 걸린 평균 밀리초입니다. 한 신경망의 레인들은 시간을 똑같이 나누므로, 혼자 훈련하는 레인은 더 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Mult. a step</source>
        <translation>스텝당 곱셈</translation>
    </message>
    <message>
        <source>Multiplications with weights in one step: forward, and back to the weights and to what they act on.</source>
        <translation>한 스텝에서 가중치와 하는 곱셈의 수: 앞으로, 그리고 가중치와 그 입력으로 되돌아가며 합니다.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Test RMSE</source>
        <translation>테스트 RMSE</translation>
    </message>
    <message>
        <source>Test R²</source>
        <translation>테스트 R²</translation>
    </message>
    <message>
        <source>Test acc.</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>Test med. error</source>
        <translation>테스트 중앙 오차</translation>
    </message>
    <message>
        <source>The median error on the training rows: half of the answers lie nearer to their numbers than this. The label is robust, so a few values far off do not count here; R² and RMSE go by them almost alone.</source>
        <translation>훈련 데이터의 중앙 오차: 답의 절반은 이보다 실제 값에 가깝습니다. 레이블이 강건하므로 멀리 떨어진 몇 개의 값은 여기서 중요하지 않습니다. R²와 RMSE는 거의 그 값들로만 정해집니다.</translation>
    </message>
    <message>
        <source>The same of rows never trained on, once the test set is open: how far off the network is for new rows.</source>
        <translation>테스트 세트를 열고 나면 한 번도 훈련하지 않은 행에 대한 같은 값: 새로운 행에서 신경망이 얼마나 빗나가는지 나타냅니다.</translation>
    </message>
    <message>
        <source>The same of rows never trained on, which is what counts. Below 0 the mean is better.</source>
        <translation>학습하지 않은 데이터의 값입니다. 이것이 중요합니다. 0보다 작으면 평균이 더 낫습니다.</translation>
    </message>
    <message>
        <source>The same of rows never trained on, which is what counts. Green is the best.</source>
        <translation>훈련에 쓰지 않은 데이터에서의 같은 값으로, 중요한 것은 이 값입니다. 초록색이 가장 좋습니다.</translation>
    </message>
    <message>
        <source>The same of rows never trained on: how far off the network is for new rows.</source>
        <translation>한 번도 훈련하지 않은 행에 대한 같은 값: 새로운 행에서 신경망이 얼마나 빗나가는지 나타냅니다.</translation>
    </message>
    <message>
        <source>The same of validation rows: choose lanes and settings by it.</source>
        <translation>검증 행에 대한 같은 값: 이것으로 레인과 설정을 고릅니다.</translation>
    </message>
    <message>
        <source>The same of validation rows: choose lanes and settings by it. Green is the best.</source>
        <translation>검증 데이터의 값입니다. 레인과 설정을 이것으로 고릅니다. 초록색이 가장 좋습니다.</translation>
    </message>
    <message>
        <source>The same on the test rows, without the penalty: when it rises while the train loss falls, the lane overfits.</source>
        <translation>테스트 행에서의 같은 값으로, 규제를 뺀 것입니다: 학습 손실이 내려가는데 이 값이 올라가면 그 레인은 과적합합니다.</translation>
    </message>
    <message>
        <source>The same on the validation rows, without the penalty: when it rises while the train loss falls, the lane overfits.</source>
        <translation>검증 데이터에서의 같은 값으로, 규제를 뺀 것입니다: 훈련 손실이 내려가는데 이 값이 올라가면 그 레인은 과적합합니다.</translation>
    </message>
    <message>
        <source>The share of rows never trained on that are classified right: what counts. Green is the best.</source>
        <translation>학습에 쓰지 않은 데이터 가운데 맞힌 비율로, 정말 중요한 값입니다. 초록색이 가장 좋은 레인입니다.</translation>
    </message>
    <message>
        <source>The share of test rows that are classified right, once the test set is open: how good it truly is.</source>
        <translation>테스트 세트를 열었을 때 테스트 데이터 가운데 맞힌 비율입니다. 진짜 실력입니다.</translation>
    </message>
    <message>
        <source>The share of training rows that are classified right: what the lane has learned by heart.</source>
        <translation>훈련 데이터 가운데 맞힌 비율로, 레인이 외운 정도입니다.</translation>
    </message>
    <message>
        <source>The share of validation rows that are classified right: choose lanes and settings by it. Green is the best.</source>
        <translation>검증 데이터 가운데 맞힌 비율입니다. 이 값으로 레인과 설정을 고르세요. 초록색이 가장 좋은 레인입니다.</translation>
    </message>
    <message>
        <source>Train RMSE</source>
        <translation>훈련 RMSE</translation>
    </message>
    <message>
        <source>Train R²</source>
        <translation>훈련 R²</translation>
    </message>
    <message>
        <source>Train acc.</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Train less test accuracy, in percentage points: a wide gap means memorizing, or overfitting.</source>
        <translation>훈련 정확도에서 테스트 정확도를 뺀 값(%p)입니다. 크면 외우는 것, 곧 과적합입니다.</translation>
    </message>
    <message>
        <source>Train less validation accuracy, in percentage points: a wide gap means memorizing, or overfitting.</source>
        <translation>훈련 정확도에서 검증 정확도를 뺀 값(%p)입니다. 크면 외우는 것, 곧 과적합입니다.</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>Train med. error</source>
        <translation>훈련 중앙 오차</translation>
    </message>
    <message>
        <source>Training R² less that of rows not trained on: a wide gap means overfitting.</source>
        <translation>훈련 R²에서 학습하지 않은 데이터의 R²를 뺀 값입니다. 차이가 크면 과적합입니다.</translation>
    </message>
    <message>
        <source>Val. RMSE</source>
        <translation>검증 RMSE</translation>
    </message>
    <message>
        <source>Val. R²</source>
        <translation>검증 R²</translation>
    </message>
    <message>
        <source>Val. acc.</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>Val. loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Val. med. error</source>
        <translation>검증 중앙 오차</translation>
    </message>
    <message>
        <source>What the L1 and L2 penalties cost: training makes the sum of this and the train loss small.</source>
        <translation>L1과 L2 규제의 크기입니다: 학습은 이 값과 학습 손실의 합을 작게 만듭니다.</translation>
    </message>
    <message>
        <source>add some to train networks side by side</source>
        <translation>레인을 추가하면 나란히 학습합니다</translation>
    </message>
    <message>
        <source>ms a step</source>
        <translation>스텝당 ms</translation>
    </message>
    <message>
        <source>same batches, same random draws: what differs is what you set</source>
        <translation>설정만 다릅니다: 배치와 난수는 같습니다</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Add layer before</source>
        <translation>앞에 층 추가</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Move layer down</source>
        <translation>층 아래로</translation>
    </message>
    <message>
        <source>Move layer up</source>
        <translation>층 위로</translation>
    </message>
    <message>
        <source>Move the selected layers towards the input; dragging them does the same.</source>
        <translation>선택한 층들을 입력 쪽으로 옮깁니다. 끌어서 옮겨도 됩니다.</translation>
    </message>
    <message>
        <source>Move the selected layers towards the output; dragging them does the same.</source>
        <translation>선택한 층들을 출력 쪽으로 옮깁니다. 끌어서 옮겨도 됩니다.</translation>
    </message>
    <message>
        <source>Put a copy behind the selected layers, to make the net deeper.</source>
        <translation>선택한 층들 뒤에 사본을 넣어 신경망을 더 깊게 합니다.</translation>
    </message>
    <message>
        <source>Put a dense layer and its activation behind the selected one: what makes a net deeper.</source>
        <translation>고른 층 뒤에 완전연결층과 활성화 함수를 함께 넣습니다. 신경망이 더 깊어집니다.</translation>
    </message>
    <message>
        <source>Put a new layer before the selected one.</source>
        <translation>선택한 층 앞에 새 층을 넣습니다.</translation>
    </message>
    <message>
        <source>Put a new layer behind the selected one.</source>
        <translation>선택한 층 뒤에 새 층을 넣습니다.</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>Take the selected layers out of the stack; undo brings them back.</source>
        <translation>선택한 층을 뺍니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>LayerEnds</name>
    <message>
        <source>1 feature</source>
        <translation>특징 1개</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>특징 {count}개</translation>
    </message>
</context>
<context>
    <name>LayerHeading</name>
    <message>
        <source>A row for each hidden layer</source>
        <translation>은닉층마다 한 줄</translation>
    </message>
    <message>
        <source>A row for each hidden layer: a layer with weights, and what follows it. Off: a row for each.</source>
        <translation>은닉층(가중치가 있는 층과 그 뒤에 붙은 층)마다 한 줄로 보여 줍니다. 끄면 층마다 한 줄입니다.</translation>
    </message>
    <message>
        <source>Init.</source>
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>LayerLegend</name>
    <message>
        <source>Lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>이론</translation>
    </message>
</context>
<context>
    <name>LayerPlot</name>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>폭발</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>이론</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>{share} dead</source>
        <translation>{share} 죽음</translation>
    </message>
    <message>
        <source>{share} saturated</source>
        <translation>{share} 포화</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Ctrl+Backspace restores the shared value.</source>
        <translation>Ctrl+Backspace로 되돌립니다.</translation>
    </message>
    <message>
        <source>Lane {lane} has its own value here; all lanes have {value}. {keys}</source>
        <translation>여기서 레인 {lane}만의 값을 씁니다. 모든 레인의 값: {value}. {keys}</translation>
    </message>
    <message>
        <source>Lane {lane} has its own value in all layers; all lanes have {value} here. {keys}</source>
        <translation>모든 층에서 레인 {lane}만의 값을 씁니다. 여기서 모든 레인의 값: {value}. {keys}</translation>
    </message>
    <message>
        <source>Layer {number} {field}</source>
        <translation>층 {number} {field}</translation>
    </message>
    <message>
        <source>Layer {number}: {kind}</source>
        <translation>층 {number}: {kind}</translation>
    </message>
    <message>
        <source>Layers behind layer {number}</source>
        <translation>{number}번 층 뒤의 층</translation>
    </message>
    <message>
        <source>Point between two rows to insert a layer there.</source>
        <translation>두 층 사이에 마우스를 대면 그 자리에 층을 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>off in this lane</source>
        <translation>이 레인에서 꺼짐</translation>
    </message>
    <message>
        <source>{inputs} values in, {outputs} out; {count} parameters to learn</source>
        <translation>입력 {inputs}개, 출력 {outputs}개, 학습할 매개변수 {count}개</translation>
    </message>
</context>
<context>
    <name>LayerScope</name>
    <message>
        <source>A setting applies to every lane that has no value of its own.</source>
        <translation>값을 따로 정하지 않은 모든 레인에 쓰입니다.</translation>
    </message>
    <message>
        <source>A setting applies to this lane alone; the others keep what they have.</source>
        <translation>이 레인에만 쓰입니다. 다른 레인은 그대로입니다.</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>모든 레인</translation>
    </message>
    <message>
        <source>Whose settings the stack shows</source>
        <translation>어느 레인의 설정을 보일지 정합니다</translation>
    </message>
</context>
<context>
    <name>LayerStack</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>{count} numbers, one for each class</source>
        <translation>수 {count}개, 클래스마다 하나</translation>
    </message>
    <message>
        <source>{count} values of each row of the data</source>
        <translation>데이터마다 값 {count}개</translation>
    </message>
</context>
<context>
    <name>LayerSwitch</name>
    <message>
        <source>A lane can go without layers that the others have: the cleanest way to compare.</source>
        <translation>다른 레인에 있는 층을 한 레인에서만 뺄 수 있습니다. 가장 깔끔하게 비교하는 방법입니다.</translation>
    </message>
    <message>
        <source>Switch off in {lane}</source>
        <translation>{lane}: 이 레인에서 끄기</translation>
    </message>
    <message>
        <source>Switch on in {lane}</source>
        <translation>{lane}: 이 레인에서 켜기</translation>
    </message>
    <message>
        <source>{count} layers off</source>
        <translation>층 {count}개 끔</translation>
    </message>
    <message>
        <source>{count} layers on</source>
        <translation>층 {count}개 켬</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>A net needs at least one dense layer: the last one is its output, so it stays.</source>
        <translation>신경망에는 완전연결층이 하나 이상 있어야 합니다. 마지막 완전연결층은 출력이므로 남습니다.</translation>
    </message>
    <message>
        <source>All but dropout go before the output layer.</source>
        <translation>드롭아웃 말고는 출력층 앞에 놓입니다.</translation>
    </message>
    <message>
        <source>Convolution and pooling need data that are pictures.</source>
        <translation>합성곱과 풀링에는 그림 데이터가 필요합니다.</translation>
    </message>
    <message>
        <source>How many numbers one lane learns: all weights and biases.</source>
        <translation>레인 하나가 학습하는 수의 개수: 모든 가중치와 편향입니다.</translation>
    </message>
    <message>
        <source>Only dropout can follow the output layer.</source>
        <translation>출력층 뒤에는 드롭아웃만 올 수 있습니다.</translation>
    </message>
    <message>
        <source>Select a layer to see more of it; drag a row to move it.</source>
        <translation>층을 선택하면 자세히 보이고, 끌면 옮겨집니다.</translation>
    </message>
    <message>
        <source>{count} layers selected: what is set in one of them is set in all that have it.</source>
        <translation>층 {count}개 선택: 하나에서 바꾸면 같은 설정이 있는 모든 층이 바뀝니다.</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
    <message>
        <source>{setting} of {count} layers</source>
        <translation>층 {count}개의 {setting}</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Each line is a setting, the mean of its trials, better at the top. Drag along an axis to select the trials in that range.</source>
        <translation>선 하나가 설정 하나이며, 그 시행들의 평균입니다. 위쪽이 더 좋습니다. 축을 따라 끌면 그 범위의 시행을 고릅니다.</translation>
    </message>
    <message>
        <source>Of each setting, the mean of its trials.</source>
        <translation>설정마다 그 시행들의 평균입니다.</translation>
    </message>
    <message>
        <source>Settings and results of the sweep</source>
        <translation>스윕의 설정과 결과</translation>
    </message>
    <message>
        <source>The best {count} of {of} settings.</source>
        <translation>설정 {of}개 중 가장 좋은 {count}개입니다.</translation>
    </message>
</context>
<context>
    <name>LossBars</name>
    <message>
        <source>Its units cover for one another, but not for free.</source>
        <translation>유닛들이 서로 메우지만, 공짜는 아닙니다.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>masks off</source>
        <translation>마스크 끔</translation>
    </message>
    <message>
        <source>masks on</source>
        <translation>마스크 켬</translation>
    </message>
    <message>
        <source>{name}: data loss {on} with masks on, {off} with masks off</source>
        <translation>{name}: 데이터 손실 {on} (마스크 켬), {off} (마스크 끔)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Experiment copied as text.</source>
        <translation>실험을 텍스트로 복사했습니다.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Panels that share a place: choose the one to see</source>
        <translation>같은 자리의 패널들입니다. 볼 것을 고르세요</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Reading {source} …</source>
        <translation>{source} 읽는 중 …</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>이 패널을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>로그가 있는 곳: {folder}</translation>
    </message>
    <message>
        <source>The model was saved as {path}.</source>
        <translation>모델을 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>The run was saved as {path}.</source>
        <translation>실행을 저장했습니다: {path}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>A map needs a setting with several values.</source>
        <translation>지도에는 값이 여럿인 설정이 필요합니다.</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Map of the settings</source>
        <translation>설정 지도</translation>
    </message>
    <message>
        <source>No trial has come to its end yet.</source>
        <translation>아직 끝까지 간 시행이 없습니다.</translation>
    </message>
    <message>
        <source>Which figure a cell shows: the mean over its trials that came to their end.</source>
        <translation>칸에 보일 값: 끝까지 간 시행들의 평균입니다.</translation>
    </message>
    <message>
        <source>Which setting the columns of the map are.</source>
        <translation>지도의 열이 될 설정입니다.</translation>
    </message>
    <message>
        <source>Which setting the rows of the map are.</source>
        <translation>지도의 행이 될 설정입니다.</translation>
    </message>
    <message>
        <source>{count} trials; a click selects them in the table.</source>
        <translation>시행 {count}개. 누르면 표에서 선택됩니다.</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>Of the {count} numbers of its window.</source>
        <translation>창 안의 수 {count}개로 만듭니다.</translation>
    </message>
    <message>
        <source>Pixel {row}, {column}: {value}</source>
        <translation>픽셀 {row}, {column}: {value}</translation>
    </message>
    <message>
        <source>Point at a number of a map: what it is made of, and what it sees of the picture, appears here.</source>
        <translation>지도의 수를 가리키면 그것이 무엇으로 만들어졌고 그림의 어디를 보는지 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>What went in was {before}.</source>
        <translation>들어온 값: {before}.</translation>
    </message>
    <message>
        <source>Window × filter, summed over {channels} maps: {total} ({part} of it from map {map}), and the bias {bias}.</source>
        <translation>창 × 필터를 지도 {channels}개에서 더한 값: {total} (그중 {part}: 지도 {map}), 편향 {bias}.</translation>
    </message>
    <message>
        <source>Window × filter, summed: {total}, and the bias {bias}.</source>
        <translation>창 × 필터의 합: {total}, 편향 {bias}.</translation>
    </message>
    <message>
        <source>{layer}, map {map}, {row}, {column}: {value}</source>
        <translation>{layer}, 지도 {map}, {row}, {column}: {value}</translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>Arrow keys move over a map, Page Up and Page Down from layer to layer.</source>
        <translation>화살표 키로 지도 위를, Page Up과 Page Down으로 층 사이를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>No layer of this net sees pictures: add a convolution before its first dense layer, and its maps are shown here.</source>
        <translation>이 신경망에는 그림을 보는 층이 없습니다. 첫 밀집층 앞에 합성곱을 넣으면 그 특징 지도가 여기 나타납니다.</translation>
    </message>
    <message>
        <source>Picture {height}×{width}</source>
        <translation>그림 {height}×{width}</translation>
    </message>
    <message>
        <source>Press Play or Step, and the maps appear.</source>
        <translation>재생이나 한 스텝을 누르면 특징 지도가 나타납니다.</translation>
    </message>
    <message>
        <source>The picture, and the maps that each layer makes of it</source>
        <translation>그림과, 층마다 그것으로 만드는 특징 지도</translation>
    </message>
    <message>
        <source>These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel.</source>
        <translation>이 데이터는 그림이 아닙니다. 데이터 패널에서 숫자, MNIST 또는 그림 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>says {answer} ({share})</source>
        <translation>답: {answer} ({share})</translation>
    </message>
    <message>
        <source>{label}: the lane {says}</source>
        <translation>정답 {label}, 레인의 {says}</translation>
    </message>
    <message>
        <source>{shown} of {count} maps</source>
        <translation>지도 {count}개 중 {shown}개</translation>
    </message>
</context>
<context>
    <name>MarkLegend</name>
    <message>
        <source>Between two bars: saturated, nearly no slope for most rows.</source>
        <translation>두 막대 사이: 포화된 유닛. 대부분의 데이터에서 기울기가 거의 없습니다.</translation>
    </message>
    <message>
        <source>Brown: below zero; teal: above zero, each layer's units by their own largest.</source>
        <translation>갈색: 0보다 작음. 청록: 0보다 큼. 유닛은 층마다 가장 큰 값을 기준으로 칠합니다.</translation>
    </message>
    <message>
        <source>Dashed frame with a snowflake: training leaves the layer as it is.</source>
        <translation>눈송이가 달린 점선 테두리: 동결된 층. 훈련해도 그대로입니다.</translation>
    </message>
    <message>
        <source>Framed red cross: switched off in this lane.</source>
        <translation>테두리가 있는 빨간 가위표: 이 레인에서 꺼진 유닛입니다.</translation>
    </message>
    <message>
        <source>Grey: about zero for the row that goes through, though not for every row.</source>
        <translation>회색: 지금 통과하는 데이터에서 0에 가깝습니다. 모든 데이터에서 그런 것은 아닙니다.</translation>
    </message>
    <message>
        <source>Lines: gradients; the widest are {number} or more from zero, in all layers and lanes drawn.</source>
        <translation>선: 기울기. 가장 굵은 선은 0에서 {number} 이상 떨어진 값입니다. 그려진 모든 층과 레인에 같은 눈금을 씁니다.</translation>
    </message>
    <message>
        <source>Lines: weights; the widest are {number} or more from zero, in all layers and lanes drawn.</source>
        <translation>선: 가중치. 가장 굵은 선은 0에서 {number} 이상 떨어진 값입니다. 그려진 모든 층과 레인에 같은 눈금을 씁니다.</translation>
    </message>
    <message>
        <source>Purple cross: left out of the coming step by dropout.</source>
        <translation>보라색 가위표: 다음 단계에서 드롭아웃으로 꺼집니다.</translation>
    </message>
    <message>
        <source>Red stroke: dead, zero for every row.</source>
        <translation>빨간 빗금: 죽은 유닛. 모든 데이터에서 0입니다.</translation>
    </message>
    <message>
        <source>What is what</source>
        <translation>그림 읽는 법</translation>
    </message>
    <message>
        <source>about 0</source>
        <translation>약 0</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>동결</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>to {number}</source>
        <translation>{number}까지</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Lane {number}</source>
        <translation>레인 {number}</translation>
    </message>
    <message>
        <source>Lane {number}, layer {layer}</source>
        <translation>레인 {number}, 층 {layer}</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>층 {number}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>예제(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Messages</source>
        <translation>알림</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>이 메시지를 숨깁니다</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>One line of it</source>
        <translation>한 줄만 보입니다</translation>
    </message>
    <message>
        <source>Shows the whole sentence</source>
        <translation>문장을 모두 보입니다</translation>
    </message>
    <message>
        <source>So many other messages come back when this one is hidden</source>
        <translation>이 메시지를 숨기면 다시 나타나는 다른 메시지의 수</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A small network is laid out for {name}; Undo brings back the one before.</source>
        <translation>{name}: 작은 신경망을 새로 짰습니다. 실행 취소로 앞의 것을 되돌립니다.</translation>
    </message>
    <message>
        <source>From now on you paint, in place of {source}.</source>
        <translation>이제부터 {source} 대신 직접 그린 점을 배웁니다.</translation>
    </message>
    <message>
        <source>From now on you paint, in place of {source}: two clouds of points are there to begin with.</source>
        <translation>이제부터 {source} 대신 직접 그린 점을 배웁니다. 처음에는 점 무리 두 개가 놓여 있습니다.</translation>
    </message>
    <message>
        <source>Takes the last change back, and brings its run back too.</source>
        <translation>마지막 변경을 취소하고, 그때의 실행도 되돌립니다.</translation>
    </message>
    <message>
        <source>The lanes are still {folds} folds, of {file} now.</source>
        <translation>레인은 여전히 {folds}개 폴드이며, 이제 {file}의 폴드입니다.</translation>
    </message>
    <message>
        <source>There are not enough rows for all, so the others gave way: {train} train, {validation} validate, {test} test now.</source>
        <translation>모든 크기를 채울 만큼 행이 충분하지 않아 나머지를 줄였습니다. 이제 훈련 {train}, 검증 {validation}, 테스트 {test}입니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>What you have set yourself stays for {name}: {settings}.</source>
        <translation>직접 설정한 것은 {name}에서도 그대로입니다: {settings}.</translation>
    </message>
    <message>
        <source>{name} begins with outputs that differ from its lane's by {share} of their spread.</source>
        <translation>{name}: 출력이 원래 레인과 그 퍼짐의 {share}만큼 다르게 시작합니다.</translation>
    </message>
    <message>
        <source>{name} begins with what its lane says, up to rounding.</source>
        <translation>{name}: 원래 레인과 같은 출력으로 시작합니다(반올림 오차까지).</translation>
    </message>
</context>
<context>
    <name>MistakePage</name>
    <message>
        <source>(of the fold that this lane leaves out; the other lanes have the other rows)</source>
        <translation>(이 레인이 빼놓은 폴드의 행이며, 나머지 행은 다른 레인에 있습니다)</translation>
    </message>
    <message>
        <source>A click on a cell of the confusion matrix shows its rows.</source>
        <translation>혼동 행렬의 칸을 누르면 그 행들을 보여 줍니다.</translation>
    </message>
    <message>
        <source>All mistakes</source>
        <translation>모든 실수</translation>
    </message>
    <message>
        <source>All mistakes, what this lane knows and another one does not, or the rows of a cell.</source>
        <translation>모든 실수, 이 레인은 알고 다른 레인은 모르는 것, 또는 한 칸의 행입니다.</translation>
    </message>
    <message>
        <source>All rows of {truth}</source>
        <translation>{truth}의 모든 행</translation>
    </message>
    <message>
        <source>Right, where {lane} is wrong</source>
        <translation>{lane}: 틀렸지만 이 레인은 맞힌 행</translation>
    </message>
    <message>
        <source>Test row {row}: {truth} was taken for {taken}, {share} sure</source>
        <translation>테스트 데이터 {row}: {truth} → {taken}, 확신 {share}</translation>
    </message>
    <message>
        <source>Training row {row}, left out here: {truth} was taken for {taken}, {share} sure</source>
        <translation>훈련 데이터 {row}(이 폴드에서 제외): {truth} → {taken}, 확신 {share}</translation>
    </message>
    <message>
        <source>Validation row {row}: {truth} was taken for {taken}, {share} sure</source>
        <translation>검증 데이터 {row}: {truth} → {taken}, 확신 {share}</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>어떤 행</translation>
    </message>
    <message>
        <source>truth → what it was taken for, and how surely; 1 mistake</source>
        <translation>정답 → 무엇으로 보았는지와 확신. 실수 1개</translation>
    </message>
    <message>
        <source>truth → what it was taken for, and how surely; 1 row</source>
        <translation>정답 → 무엇으로 보았는지와 확신. 행 1개</translation>
    </message>
    <message>
        <source>truth → what it was taken for, and how surely; {count} mistakes, the surest first</source>
        <translation>정답 → 무엇으로 보았는지와 확신. 실수 {count}개, 가장 확신한 것부터</translation>
    </message>
    <message>
        <source>truth → what it was taken for, and how surely; {count} rows, the surest first</source>
        <translation>정답 → 무엇으로 보았는지와 확신. 행 {count}개, 가장 확신한 것부터</translation>
    </message>
    <message>
        <source>{truth} → {taken}</source>
        <translation>{truth} → {taken}</translation>
    </message>
</context>
<context>
    <name>MistakeView</name>
    <message>
        <source>line</source>
        <translation>줄</translation>
    </message>
</context>
<context>
    <name>Moved</name>
    <message>
        <source>As they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>By how many degrees held-out pictures are turned clockwise.</source>
        <translation>따로 둔 그림을 시계 방향으로 몇 도 돌릴지 정합니다.</translation>
    </message>
    <message>
        <source>By how many pixels held-out pictures are moved down.</source>
        <translation>따로 둔 그림을 아래로 몇 픽셀 옮길지 정합니다.</translation>
    </message>
    <message>
        <source>By how many pixels held-out pictures are moved to the right.</source>
        <translation>따로 둔 그림을 오른쪽으로 몇 픽셀 옮길지 정합니다.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래</translation>
    </message>
    <message>
        <source>How much of the difference to the paper is left: at 0 % nothing is to be seen.</source>
        <translation>배경과의 차이가 얼마나 남는지 정합니다. 0 %이면 아무것도 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Puts all sliders back: rows are asked as they are.</source>
        <translation>모든 슬라이더를 되돌립니다. 행을 원래 그대로 물어봅니다.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>What is added to each pixel, as a share of what lies between black and white.</source>
        <translation>각 픽셀에 더하는 값으로, 검은색과 흰색 사이 범위에 대한 비율입니다.</translation>
    </message>
    <message>
        <source>{pixels} px</source>
        <translation>{pixels} 픽셀</translation>
    </message>
</context>
<context>
    <name>MovedCanvas</name>
    <message>
        <source>It is {label}; {lane} says {answer}</source>
        <translation>정답 {label}, {lane} 답 {answer}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>{accuracy} / {still}</source>
        <translation>{accuracy} / {still}</translation>
    </message>
    <message>
        <source>{lane}: {accuracy} of the rows as they were moved, {still} of the same rows as they are</source>
        <translation>{lane}: 옮긴 행은 {accuracy}, 원래 행은 {still}</translation>
    </message>
</context>
<context>
    <name>MovedPanel</name>
    <message>
        <source>Accuracy of {rows} of {all} test rows, evenly spread, so that it is live: ± {error}</source>
        <translation>테스트 행 {all}개 가운데 고르게 뽑은 {rows}개의 정확도(바로 보이도록): ± {error}</translation>
    </message>
    <message>
        <source>Accuracy of {rows} of {all} validation rows, evenly spread, so that it is live: ± {error}</source>
        <translation>검증 행 {all}개 가운데 고르게 뽑은 {rows}개의 정확도(바로 보이도록): ± {error}</translation>
    </message>
    <message>
        <source>Accuracy of {rows} test rows</source>
        <translation>테스트 행 {rows}개의 정확도</translation>
    </message>
    <message>
        <source>Accuracy of {rows} validation rows</source>
        <translation>검증 행 {rows}개의 정확도</translation>
    </message>
    <message>
        <source>Left and right go over the pictures, up and down over the lanes.</source>
        <translation>좌우 화살표는 그림 사이를, 상하 화살표는 레인 사이를 오갑니다.</translation>
    </message>
    <message>
        <source>Press Play or Step, and lanes are asked about moved rows.</source>
        <translation>재생이나 한 단계를 누르면 레인에게 옮긴 행을 물어봅니다.</translation>
    </message>
    <message>
        <source>Rows as they were moved, and the accuracy of each lane</source>
        <translation>옮긴 행과 레인별 정확도</translation>
    </message>
    <message>
        <source>These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel.</source>
        <translation>이 데이터는 그림이 아닙니다. 데이터 패널에서 숫자, MNIST 또는 그림 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>These rows have numbers to learn: this view asks how often a class is right.</source>
        <translation>이 행은 수를 배웁니다. 이 보기는 클래스를 얼마나 자주 맞히는지 묻습니다.</translation>
    </message>
    <message>
        <source>This lane is given formulas in place of pixels: there is nothing to move.</source>
        <translation>이 레인은 픽셀 대신 수식을 받으므로 옮길 것이 없습니다.</translation>
    </message>
    <message>
        <source>{rows}; the stroke is where the same rows stand as they are.</source>
        <translation>{rows}. 세로줄은 같은 행을 옮기지 않았을 때입니다.</translation>
    </message>
</context>
<context>
    <name>NetworkDrawing</name>
    <message>
        <source>A weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>All of its {total} weights are drawn.</source>
        <translation>가중치 {total}개를 모두 그립니다.</translation>
    </message>
    <message>
        <source>Dead: zero for each of the rows, so nothing can teach it any more.</source>
        <translation>죽은 유닛: 모든 행에서 0이므로 더는 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>Dropout leaves it out of the coming step, for the first row of the batch.</source>
        <translation>다음 단계에서 배치의 첫 행에 대해 드롭아웃으로 꺼집니다.</translation>
    </message>
    <message>
        <source>Frozen: training leaves its weights as they are.</source>
        <translation>동결: 훈련이 가중치를 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Input {count}</source>
        <translation>입력 {count}</translation>
    </message>
    <message>
        <source>It says {value} for training row {row}; over many rows {mean} ± {std}.</source>
        <translation>훈련 행 {row}: {value}. 여러 행에서: {mean} ± {std}.</translation>
    </message>
    <message>
        <source>Its bias is {value}.</source>
        <translation>편향: {value}.</translation>
    </message>
    <message>
        <source>Layer {number}: {count} units</source>
        <translation>{number}층: 유닛 {count}개</translation>
    </message>
    <message>
        <source>Of its {total} weights the {shown} largest are drawn.</source>
        <translation>가중치 {total}개 가운데 가장 큰 {shown}개를 그립니다.</translation>
    </message>
    <message>
        <source>Press to open the layer: each unit by itself.</source>
        <translation>누르면 층을 펼쳐 유닛을 하나씩 보여 줍니다.</translation>
    </message>
    <message>
        <source>Saturated for {share} of the rows: there its slope is almost zero.</source>
        <translation>포화: 행의 {share} 에서 경사가 거의 0입니다.</translation>
    </message>
    <message>
        <source>Switched off in this lane: it hands on 0, in training and in measuring, and learns nothing.</source>
        <translation>이 레인에서 꺼짐: 훈련에서도 측정에서도 0을 넘겨주고 아무것도 배우지 않습니다.</translation>
    </message>
    <message>
        <source>The coming batch asks for less: the gradient of {what} is {value}.</source>
        <translation>다음 배치는 줄이라고 합니다. {what} 기울기: {value}.</translation>
    </message>
    <message>
        <source>The coming batch asks for more: the gradient of {what} is {value}.</source>
        <translation>다음 배치는 늘리라고 합니다. {what} 기울기: {value}.</translation>
    </message>
    <message>
        <source>The coming batch asks for no change: the gradient of {what} is {value}.</source>
        <translation>다음 배치는 그대로 두라고 합니다. {what} 기울기: {value}.</translation>
    </message>
    <message>
        <source>The larger {source}, the larger {target}.</source>
        <translation>값이 커지면 함께 커집니다: {source} → {target}.</translation>
    </message>
    <message>
        <source>The larger {source}, the smaller {target}.</source>
        <translation>값이 커지면 거꾸로 작아집니다: {source} → {target}.</translation>
    </message>
    <message>
        <source>Weight {value}</source>
        <translation>가중치 {value}</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>drop {rate}</source>
        <translation>드롭 {rate}</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>동결</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>input {unit}</source>
        <translation>입력 {unit}</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>픽셀 {row}, {column}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>the bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>the weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>unit {unit} of layer {layer}</source>
        <translation>{layer}층의 유닛 {unit}</translation>
    </message>
    <message>
        <source>{count} of its units are dead: zero for each of {rows} rows.</source>
        <translation>죽은 유닛 {count}개: 행 {rows}개 모두에서 0입니다.</translation>
    </message>
    <message>
        <source>{count} values of each row.</source>
        <translation>행마다 값 {count}개.</translation>
    </message>
    <message>
        <source>{name}, frozen</source>
        <translation>{name}, 동결</translation>
    </message>
</context>
<context>
    <name>NetworkHeader</name>
    <message>
        <source>A framed one that is crossed out from corner to corner is switched off in this lane, and a dashed frame with a snowflake is a frozen layer.</source>
        <translation>테두리가 있고 모서리에서 모서리까지 가위표가 그어진 유닛은 이 레인에서 꺼진 것이고, 눈송이가 달린 점선 테두리는 동결된 층입니다.</translation>
    </message>
    <message>
        <source>Draws the gradients of the coming step in place of the weights: what the batch asks of each.</source>
        <translation>가중치 대신 다음 단계의 기울기를 그립니다. 배치가 각 가중치에 요구하는 것입니다.</translation>
    </message>
    <message>
        <source>Draws up to four lanes beside each other, from the same batches and the same chance.</source>
        <translation>레인을 네 개까지 나란히 그립니다. 모두 같은 배치와 같은 난수를 씁니다.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Leaves only this line, to give the room to the curves; press again to see the network.</source>
        <translation>이 줄만 남겨 곡선에 자리를 내줍니다. 다시 누르면 신경망이 보입니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Sends another training row through the net: units are filled by what they answer to it.</source>
        <translation>다른 훈련 행을 신경망에 통과시킵니다. 유닛은 그 행에 내놓은 답으로 칠해집니다.</translation>
    </message>
    <message>
        <source>Takes the coming step apart: its numbers on the drawing, forward, backward and update, by and by.</source>
        <translation>다음 단계를 분해합니다. 순전파, 역전파, 갱신의 수를 그림 위에 차례로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Teal is above zero, brown below; the larger a weight, the wider its line, and a negative one is hollow. A unit that is struck through is dead, one between two bars is saturated, a crossed one is left out of the coming step by dropout.</source>
        <translation>청록은 0보다 크고 갈색은 작습니다. 가중치가 클수록 선이 굵고, 음수면 속이 빕니다. 빗금이 그어진 유닛은 죽었고, 두 막대 사이의 유닛은 포화되었으며, 가위표가 있는 유닛은 다음 단계에서 드롭아웃으로 꺼집니다.</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Add hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Left and right lead from layer to layer, up and down from unit to unit.</source>
        <translation>좌우 화살표로 층에서 층으로, 상하 화살표로 유닛에서 유닛으로 옮겨 갑니다.</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>The network is drawn as soon as there are rows to show it.</source>
        <translation>보여 줄 행이 생기면 곧바로 신경망을 그립니다.</translation>
    </message>
    <message>
        <source>The network, from the input to the output</source>
        <translation>입력에서 출력까지의 신경망</translation>
    </message>
    <message>
        <source>What is what</source>
        <translation>그림 읽는 법</translation>
    </message>
    <message>
        <source>in each unit: its answer</source>
        <translation>유닛 안: 그 유닛의 답</translation>
    </message>
    <message>
        <source>lines: gradients</source>
        <translation>선: 기울기</translation>
    </message>
    <message>
        <source>units: answers to row {row}</source>
        <translation>유닛: 행 {row} 에 대한 답</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>A net learns sixty points by heart; a penalty teaches it the rule.</source>
        <translation>점 60개를 외워 버린 신경망에 벌점을 주면 규칙을 배웁니다.</translation>
    </message>
    <message>
        <source>A table from a file, or a folder of pictures for each class.</source>
        <translation>파일의 표, 또는 클래스마다 폴더로 나눈 그림.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>첫 단계 숨기기</translation>
    </message>
    <message>
        <source>Hide the first steps for good; the introduction in the Help menu keeps them</source>
        <translation>첫 단계를 아주 숨깁니다. 도움말 메뉴의 소개에는 남아 있습니다</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>소개</translation>
    </message>
    <message>
        <source>One page: what there is in this window, and how to read it</source>
        <translation>한 쪽 안내: 이 창에 무엇이 있고 어떻게 읽는지</translation>
    </message>
    <message>
        <source>Stop overfitting</source>
        <translation>과적합 막기</translation>
    </message>
    <message>
        <source>Ten layers, three starts: one explodes, one crawls, one learns.</source>
        <translation>열 층, 세 가지 초기화: 하나는 폭발하고, 하나는 기어가고, 하나는 배웁니다.</translation>
    </message>
    <message>
        <source>Use my data</source>
        <translation>내 데이터로 해 보기</translation>
    </message>
    <message>
        <source>Why do naive weights fail?</source>
        <translation>단순한 초깃값은 왜 실패할까?</translation>
    </message>
</context>
<context>
    <name>NormPlot</name>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
    <message>
        <source>{step} steps</source>
        <translation>{step} 스텝</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>{title} must be {range}. Escape restores the old value.</source>
        <translation>{title}의 범위는 {range}입니다. Esc를 누르면 이전 값으로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>NumberLegend</name>
    <message>
        <source>From {low} to {high}</source>
        <translation>{low}부터 {high}까지</translation>
    </message>
    <message>
        <source>The colour of each number; what lies beyond the ends has the colour of the nearer end.</source>
        <translation>숫자마다의 색입니다. 양 끝을 넘는 숫자는 가까운 끝의 색입니다.</translation>
    </message>
</context>
<context>
    <name>NumberSpread</name>
    <message>
        <source>From {low} to {high}</source>
        <translation>{low}부터 {high}까지</translation>
    </message>
    <message>
        <source>Training rows by {name}</source>
        <translation>{name}: 훈련 데이터의 분포</translation>
    </message>
    <message>
        <source>{name} from {low} to {high}: {rows} training rows. Rare numbers are learned badly.</source>
        <translation>{name} {low}~{high}: 훈련 데이터 {rows}개. 드문 숫자는 잘 배우지 못합니다.</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>Arrow keys move from row to row.</source>
        <translation>화살표 키로 데이터를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Each row by its true number and the predicted one: on the line they are the same.</source>
        <translation>행마다 실제 숫자와 예측한 숫자입니다. 선 위에서는 둘이 같습니다.</translation>
    </message>
    <message>
        <source>MAE is the mean distance. Both are in the unit of the label.</source>
        <translation>MAE는 평균 거리입니다. 둘 다 레이블의 단위입니다.</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>예측값</translation>
    </message>
    <message>
        <source>RMSE is the root of the mean squared error, where a row that is far off counts most.</source>
        <translation>RMSE는 평균 제곱 오차의 제곱근으로, 크게 빗나간 행이 가장 크게 반영됩니다.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>R² and RMSE go by {count} of {total} {rows} that lie far from the others</source>
        <translation>R²와 RMSE는 {rows} {total}개 중 나머지와 멀리 떨어진 {count}개로 정해집니다</translation>
    </message>
    <message>
        <source>Test row {row}</source>
        <translation>테스트 데이터 {row}</translation>
    </message>
    <message>
        <source>Training row {row}</source>
        <translation>훈련 데이터 {row}</translation>
    </message>
    <message>
        <source>True less predicted number, by what was predicted: a pattern here is something to learn.</source>
        <translation>예측값에 따른 (실제 − 예측)입니다. 여기에 무늬가 보이면 아직 배울 것이 있습니다.</translation>
    </message>
    <message>
        <source>Validation row {row}</source>
        <translation>검증 데이터 {row}</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>predicted {name}</source>
        <translation>예측 {name}</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>true</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>true less predicted</source>
        <translation>실제 − 예측</translation>
    </message>
    <message>
        <source>true {name}</source>
        <translation>실제 {name}</translation>
    </message>
    <message>
        <source>validation rows</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>{rows}: RMSE {rmse}, MAE {mae}</source>
        <translation>{rows}: 오차 RMSE {rmse}, MAE {mae}</translation>
    </message>
    <message>
        <source>{rows}: median error {median}, MAE {mae}, RMSE {rmse}</source>
        <translation>{rows}: 중앙 오차 {median}, MAE {mae}, RMSE {rmse}</translation>
    </message>
</context>
<context>
    <name>OverrideMark</name>
    <message>
        <source>This lane goes without the layer: it hands on what comes in. Its menu switches it on.</source>
        <translation>이 레인에는 이 층이 없어 들어온 값을 그대로 넘깁니다. 줄의 메뉴에서 켤 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Set by lane {lanes}: this value is for the other lanes.</source>
        <translation>따로 정한 레인: {lanes}. 이 값은 다른 레인에 쓰입니다.</translation>
    </message>
    <message>
        <source>Set by lane {lanes}: this value is not used.</source>
        <translation>따로 정한 레인: {lanes}. 이 값은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>Set by lanes {lanes}: this value is for the other lanes.</source>
        <translation>따로 정한 레인: {lanes}. 이 값은 다른 레인에 쓰입니다.</translation>
    </message>
    <message>
        <source>Set by lanes {lanes}: this value is not used.</source>
        <translation>따로 정한 레인: {lanes}. 이 값은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>{lanes} and {count} more</source>
        <translation>{lanes} 외 {count}개</translation>
    </message>
</context>
<context>
    <name>OwnFormulas</name>
    <message>
        <source>+ - * / ^ and brackets; sin cos tanh exp log sqrt abs; Return adds it.</source>
        <translation>+ - * / ^와 괄호, sin cos tanh exp log sqrt abs. Return 키로 추가합니다.</translation>
    </message>
    <message>
        <source>A formula to add</source>
        <translation>추가할 수식</translation>
    </message>
    <message>
        <source>A name with blanks or other signs stands between two `. There are: {columns}.</source>
        <translation>빈칸이나 다른 기호가 있는 이름은 두 ` 사이에 씁니다. 열: {columns}.</translation>
    </message>
    <message>
        <source>Add a formula, such as {example}</source>
        <translation>수식 추가, 예: {example}</translation>
    </message>
    <message>
        <source>Inputs of your own</source>
        <translation>나만의 입력</translation>
    </message>
    <message>
        <source>There are {most} inputs, as many as there can be.</source>
        <translation>입력이 {most}개로, 더 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>What you know of the task may be said to the network: one more input, made of the others.</source>
        <translation>문제에 대해 아는 것을 신경망에 알려 줄 수 있습니다. 다른 입력으로 만든 입력 하나를 더합니다.</translation>
    </message>
    <message>
        <source>{formula} is there already.</source>
        <translation>{formula}: 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>PaintBoard</name>
    <message>
        <source>Begins with no points at all.</source>
        <translation>점이 하나도 없는 상태에서 시작합니다.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>붓</translation>
    </message>
    <message>
        <source>Canvas of points</source>
        <translation>점 그리기 판</translation>
    </message>
    <message>
        <source>Class {letter}</source>
        <translation>클래스 {letter}</translation>
    </message>
    <message>
        <source>Click to set a point, drag to spray: the network learns what you paint, while you paint.</source>
        <translation>클릭하면 점 하나, 끌면 점이 뿌려집니다. 그리는 동안 신경망이 그린 것을 배웁니다.</translation>
    </message>
    <message>
        <source>Click: a point. Drag: many. Right button: erase.</source>
        <translation>클릭: 점 하나. 끌기: 여러 점. 오른쪽 버튼: 지우기.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Escape ends a stroke and puts the eraser away: no point is lost by it.</source>
        <translation>Esc를 누르면 그리기가 끝나고 지우개가 꺼집니다. 점은 사라지지 않습니다.</translation>
    </message>
    <message>
        <source>Fresh sheet</source>
        <translation>새 판</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Number to paint</source>
        <translation>그릴 수</translation>
    </message>
    <message>
        <source>Paint points of two classes</source>
        <translation>두 클래스의 점을 그리세요</translation>
    </message>
    <message>
        <source>Paints points of class {letter}.</source>
        <translation>클래스 {letter}의 점을 그립니다.</translation>
    </message>
    <message>
        <source>Paints points with the number beside.</source>
        <translation>옆의 수를 가진 점을 그립니다.</translation>
    </message>
    <message>
        <source>Right button: erase. Keys: arrows, Space paints, Delete erases, 1 to 5 choose the class.</source>
        <translation>오른쪽 버튼: 지우기. 키: 화살표로 이동, Space로 그리기, Delete로 지우기, 1~5로 클래스 선택.</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Takes away the points it touches.</source>
        <translation>닿는 점을 지웁니다.</translation>
    </message>
    <message>
        <source>The network still has the points of before: they change as soon as two are painted here. Undo or Escape brings them back.</source>
        <translation>신경망은 아직 이전 점을 배우고 있습니다. 여기에 점을 두 개 그리면 바뀝니다. 실행 취소나 Esc를 누르면 이전 점이 돌아옵니다.</translation>
    </message>
    <message>
        <source>The number that the network is to say where you paint.</source>
        <translation>그린 자리에서 신경망이 답해야 할 수입니다.</translation>
    </message>
    <message>
        <source>The same canvas in a window of its own.</source>
        <translation>같은 판을 별도 창에서 엽니다.</translation>
    </message>
    <message>
        <source>Writes the points as a table: x1, x2, label.</source>
        <translation>점들을 표로 저장합니다: x1, x2, label.</translation>
    </message>
    <message>
        <source>{most} points are as many as there can be.</source>
        <translation>점은 최대 {most}개입니다.</translation>
    </message>
</context>
<context>
    <name>PaintWindow</name>
    <message>
        <source>Paint points</source>
        <translation>점 그리기</translation>
    </message>
</context>
<context>
    <name>ParallelCoordinates</name>
    <message>
        <source>A setting in which the lanes differ.</source>
        <translation>레인마다 다른 설정입니다.</translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Each line is a lane, from its settings to what it has reached, better at the top. Drag along an axis to hide the lanes outside that range, in every panel.</source>
        <translation>선 하나가 레인 하나로, 설정에서 결과까지 이어지며 위쪽이 더 좋습니다. 축을 따라 끌면 그 범위 밖의 레인이 모든 패널에서 숨겨집니다.</translation>
    </message>
    <message>
        <source>Each line is a lane; better is at the top. Drag along an axis to hide lanes outside that range.</source>
        <translation>선 하나가 레인 하나이고 위쪽이 더 좋습니다. 축을 따라 끌면 범위 밖의 레인이 숨겨집니다.</translation>
    </message>
    <message>
        <source>Settings and results of the lanes</source>
        <translation>레인의 설정과 결과</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>모든 레인 보이기</translation>
    </message>
    <message>
        <source>Takes all ranges away, so that every lane is shown again.</source>
        <translation>범위를 모두 없애서 모든 레인이 다시 보입니다.</translation>
    </message>
</context>
<context>
    <name>PenaltyBars</name>
    <message>
        <source>data  ‖∂L/∂W‖</source>
        <translation>데이터  ‖∂L/∂W‖</translation>
    </message>
    <message>
        <source>penalty  ‖λW + λ₁ sign W‖</source>
        <translation>규제  ‖λW + λ₁ sign W‖</translation>
    </message>
    <message>
        <source>{name}: data {data}, penalty {penalty}, {share} penalty</source>
        <translation>{name}: 데이터 {data}, 규제 {penalty}, 규제 비율 {share}</translation>
    </message>
</context>
<context>
    <name>PenaltyPanel</name>
    <message>
        <source>Forces of data and penalty on single weights</source>
        <translation>가중치 하나하나에 미치는 데이터와 규제의 힘</translation>
    </message>
    <message>
        <source>How much of each layer's gradient is the penalty's</source>
        <translation>층별 기울기에서 규제가 차지하는 몫</translation>
    </message>
    <message>
        <source>Press Play and watch data and penalty pull at the weights.</source>
        <translation>재생을 누르면 데이터와 규제가 가중치를 당기는 것이 보입니다.</translation>
    </message>
    <message>
        <source>Up and down choose the layer whose weights are shown</source>
        <translation>위아래 키로 가중치를 볼 층을 고릅니다</translation>
    </message>
</context>
<context>
    <name>PenaltyScatter</name>
    <message>
        <source>The lane has stopped training.</source>
        <translation>이 레인은 더 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>force</source>
        <translation>힘</translation>
    </message>
    <message>
        <source>grows</source>
        <translation>커짐</translation>
    </message>
    <message>
        <source>grows or stays</source>
        <translation>커지거나 그대로</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>shrinks</source>
        <translation>작아짐</translation>
    </message>
    <message>
        <source>together</source>
        <translation>합</translation>
    </message>
    <message>
        <source>weight w</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <source>weight {value}</source>
        <translation>가중치 {value}</translation>
    </message>
    <message>
        <source>{layer}: no penalty. Give it an L1 or L2 above zero, and watch it pull.</source>
        <translation>{layer}: 규제가 없습니다. L1이나 L2를 올려 보세요.</translation>
    </message>
    <message>
        <source>{overruled} against the data, {unopposed} unopposed; {rest} grow or stay</source>
        <translation>데이터를 이김 {overruled}, 맞섬 없음 {unopposed}, 커지거나 그대로 {rest}</translation>
    </message>
    <message>
        <source>{share} of the weights of {layer} are being shrunk</source>
        <translation>{layer}: 가중치의 {share} 작아지는 중</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Sends what you drew in the view Draw through the network in place of a row.</source>
        <translation>그리기 보기에서 그린 것을 데이터 대신 신경망에 통과시킵니다.</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>그린 것</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Which picture goes through the network.</source>
        <translation>어느 그림을 신경망에 통과시킬지 고릅니다.</translation>
    </message>
    <message>
        <source>nothing is drawn yet</source>
        <translation>아직 그린 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>always the classes' shares</source>
        <translation>언제나 클래스 비율</translation>
    </message>
    <message>
        <source>always the largest class</source>
        <translation>언제나 가장 큰 클래스</translation>
    </message>
    <message>
        <source>always the mean</source>
        <translation>언제나 평균</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>찍기</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>{name}: train {train}, test {held_out}</source>
        <translation>{name}: 훈련 {train}, 테스트 {held_out}</translation>
    </message>
    <message>
        <source>{name}: train {train}, validation {held_out}</source>
        <translation>{name}: 훈련 {train}, 검증 {held_out}</translation>
    </message>
    <message>
        <source>{share} of the labels are right</source>
        <translation>레이블의 {share}만 옳음</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>{share} 옳음</translation>
    </message>
</context>
<context>
    <name>PlotFolds</name>
    <message>
        <source>Fold {panel}</source>
        <translation>{panel} 접기</translation>
    </message>
    <message>
        <source>Leaves the room to the other curve</source>
        <translation>다른 곡선에 자리를 내줍니다</translation>
    </message>
    <message>
        <source>Open {panel}</source>
        <translation>{panel} 펼치기</translation>
    </message>
    <message>
        <source>Shows this curve as well or instead</source>
        <translation>이 곡선도, 또는 이 곡선을 대신 보입니다</translation>
    </message>
</context>
<context>
    <name>PredictionsPanel</name>
    <message>
        <source>(squared error has no probabilities: these are the outputs, clipped to 0 to 1)</source>
        <translation>(제곱 오차에는 확률이 없어, 출력을 0과 1 사이로 자른 값입니다)</translation>
    </message>
    <message>
        <source>All training labels are right. Raise Label noise in the data panel: a net with room to spare learns even wrong labels by heart.</source>
        <translation>훈련 레이블이 모두 맞습니다. 데이터 패널에서 레이블 잡음을 올려 보세요. 여유가 있는 신경망은 틀린 레이블까지 외웁니다.</translation>
    </message>
    <message>
        <source>Arrow keys move from row to row.</source>
        <translation>화살표 키로 데이터를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Confusion matrix of the test rows</source>
        <translation>테스트 데이터의 혼동 행렬</translation>
    </message>
    <message>
        <source>Confusion matrix of the validation rows</source>
        <translation>검증 데이터의 혼동 행렬</translation>
    </message>
    <message>
        <source>Memorized</source>
        <translation>암기</translation>
    </message>
    <message>
        <source>Memorized wrong labels</source>
        <translation>외운 틀린 레이블</translation>
    </message>
    <message>
        <source>Memorized: true label → what it has learned to say</source>
        <translation>외움: 정답 → 외운 답</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>No mistakes on the test rows.</source>
        <translation>테스트 데이터에 오답이 없습니다.</translation>
    </message>
    <message>
        <source>No mistakes on the validation rows.</source>
        <translation>검증 데이터에서 틀린 것이 없습니다.</translation>
    </message>
    <message>
        <source>None of the test rows now.</source>
        <translation>지금은 해당하는 테스트 행이 없습니다.</translation>
    </message>
    <message>
        <source>None of the validation rows now.</source>
        <translation>지금은 해당하는 검증 행이 없습니다.</translation>
    </message>
    <message>
        <source>None yet: keep training and watch.</source>
        <translation>아직 없습니다. 계속 학습하며 지켜보세요.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>없습니다.</translation>
    </message>
    <message>
        <source>Press Play and see how far off the numbers are.</source>
        <translation>학습을 누르면 숫자가 얼마나 빗나가는지 보입니다.</translation>
    </message>
    <message>
        <source>Press Play and see what is taken for what.</source>
        <translation>재생을 누르면 무엇을 무엇으로 보는지 나옵니다.</translation>
    </message>
    <message>
        <source>Resisted: it says something else than the wrong label</source>
        <translation>버팀: 틀린 레이블과 다른 답을 함</translation>
    </message>
    <message>
        <source>Rows are the truth, columns the prediction. Arrow keys move from cell to cell.</source>
        <translation>행은 정답, 열은 예측입니다. 화살표 키로 칸을 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>The most confident mistakes</source>
        <translation>가장 확신한 오답</translation>
    </message>
    <message>
        <source>The rows never trained on that the lane is most surely wrong about</source>
        <translation>학습에 쓰지 않은 데이터 가운데 레인이 가장 확신하며 틀린 것들입니다</translation>
    </message>
    <message>
        <source>Training row {row}: {truth}, wrongly labelled {given}; the lane says {taken}, {share} sure</source>
        <translation>훈련 데이터 {row}: 정답 {truth}, 틀린 레이블 {given}, 레인의 답 {taken}, 확신 {share}</translation>
    </message>
    <message>
        <source>Training rows with a wrong label: has the lane learned the wrong label, or resisted it?</source>
        <translation>레이블이 틀린 훈련 데이터입니다. 레인이 틀린 레이블을 외웠을까요, 버텼을까요?</translation>
    </message>
    <message>
        <source>Which classes are taken for which, counted on rows never trained on</source>
        <translation>어느 클래스를 어느 클래스로 보는지 학습에 쓰지 않은 데이터로 셉니다</translation>
    </message>
    <message>
        <source>Wrong labels memorized and resisted</source>
        <translation>외운 틀린 레이블과 버틴 틀린 레이블</translation>
    </message>
    <message>
        <source>Wrong labels resisted</source>
        <translation>버틴 틀린 레이블</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>다른 클래스</translation>
    </message>
    <message>
        <source>memorized</source>
        <translation>외움</translation>
    </message>
    <message>
        <source>recognized</source>
        <translation>맞힘</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>{count} of {all} wrong labels memorized</source>
        <translation>틀린 레이블 {all}개 중 {count}개 외움</translation>
    </message>
    <message>
        <source>{lane} has diverged: its outputs are no numbers, so it predicts nothing.</source>
        <translation>{lane}: 발산했습니다. 출력이 수가 아니어서 예측이 없습니다.</translation>
    </message>
    <message>
        <source>{lane} · {right} of {rows} test rows right, {share}</source>
        <translation>{lane} · 테스트 데이터 {rows}개 중 {right}개 맞힘, {share}</translation>
    </message>
    <message>
        <source>{lane} · {right} of {rows} validation rows right, {share}</source>
        <translation>{lane} · 검증 데이터 {rows}개 중 {right}개 맞힘, {share}</translation>
    </message>
    <message>
        <source>{truth} was recognized in {count} of {rows} rows ({share})</source>
        <translation>{truth}: 데이터 {rows}개 중 {count}개 맞힘 ({share})</translation>
    </message>
    <message>
        <source>{truth} was taken for {prediction} in {count} of {rows} rows</source>
        <translation>정답 {truth}, 예측 {prediction}: 데이터 {rows}개 중 {count}개</translation>
    </message>
</context>
<context>
    <name>PresetChoice</name>
    <message>
        <source>The picture: accuracy on the test rows (R² of a number) over the steps, a line a lane.</source>
        <translation>그림: 스텝에 따른 테스트 정확도(숫자를 맞힐 때는 R²). 선 하나가 레인 하나입니다.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>16 units</source>
        <translation>유닛 16개</translation>
    </message>
    <message>
        <source>1998</source>
        <translation>1998</translation>
    </message>
    <message>
        <source>2 units</source>
        <translation>유닛 2개</translation>
    </message>
    <message>
        <source>32 rows</source>
        <translation>32행</translation>
    </message>
    <message>
        <source>4 rows</source>
        <translation>4행</translation>
    </message>
    <message>
        <source>4 units</source>
        <translation>유닛 4개</translation>
    </message>
    <message>
        <source>64 units</source>
        <translation>유닛 64개</translation>
    </message>
    <message>
        <source>A convolution reads digits about as well as a dense net that has nine times as many parameters.</source>
        <translation>합성곱은 매개변수가 아홉 배인 밀집 신경망과 비슷하게 숫자를 읽습니다.</translation>
    </message>
    <message>
        <source>A dense net knows digits where they stand, and hardly every other one a pixel aside; one trained on shifted ones hardly notices: move them in the view Moved.</source>
        <translation>밀집 신경망은 제자리의 숫자는 알아보지만 한 픽셀만 옮겨도 절반쯤밖에 알아보지 못합니다. 옮긴 숫자로 훈련하면 거의 영향을 받지 않습니다. ‘이동’ 보기에서 옮겨 보세요.</translation>
    </message>
    <message>
        <source>A penalty of 0.3 pulls every weight to zero before the data can say anything; a thirtieth of it only calms them.</source>
        <translation>규제 0.3은 데이터가 힘쓰기도 전에 모든 가중치를 0으로 당깁니다. 30분의 1이면 차분하게만 합니다.</translation>
    </message>
    <message>
        <source>A small net winds its border around two spirals within seconds; its twin, with every weight zero at the start, never learns.</source>
        <translation>작은 신경망이 몇 초 만에 두 나선을 따라 경계를 굽힙니다. 모든 가중치를 0에서 시작한 쌍둥이는 끝내 배우지 못합니다.</translation>
    </message>
    <message>
        <source>A small tanh net unwinds two spirals; ten times the learning rate never settles, a tenth of it takes far longer.</source>
        <translation>작은 tanh 신경망이 두 나선을 풀어냅니다. 학습률이 열 배면 안정되지 못하고, 10분의 1이면 훨씬 오래 걸립니다.</translation>
    </message>
    <message>
        <source>A thousandth crawls, a hundredth and a tenth learn, and with 3 every step overshoots.</source>
        <translation>1000분의 1은 기어가고, 100분의 1과 10분의 1은 배우며, 3이면 모든 스텝이 지나칩니다.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>전체 데이터</translation>
    </message>
    <message>
        <source>All zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>데이터 증강</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>Dead ReLU</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>완전연결</translation>
    </message>
    <message>
        <source>Dense or convolution</source>
        <translation>밀집층이냐 합성곱이냐</translation>
    </message>
    <message>
        <source>Digits of 28 × 28 pixels at half their size: a step takes a fraction of the time, and nearly as many digits are read; downloaded once, 12 MB.</source>
        <translation>28 × 28 픽셀 숫자를 절반 크기로: 스텝 시간은 몇 분의 1인데, 읽어 내는 숫자는 거의 그대로입니다. 한 번만 내려받습니다 (12 MB).</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Dropout 0</source>
        <translation>드롭아웃 0</translation>
    </message>
    <message>
        <source>Dropout 0.2</source>
        <translation>드롭아웃 0.2</translation>
    </message>
    <message>
        <source>Dropout 0.5</source>
        <translation>드롭아웃 0.5</translation>
    </message>
    <message>
        <source>Dropout 0.8</source>
        <translation>드롭아웃 0.8</translation>
    </message>
    <message>
        <source>Dropout: which rate?</source>
        <translation>드롭아웃: 어떤 비율?</translation>
    </message>
    <message>
        <source>Eight small filters, pooling and sixteen more read digits with 1,258 parameters; the view Maps shows what each of them finds.</source>
        <translation>작은 필터 여덟 개와 풀링, 필터 열여섯 개가 매개변수 1,258개로 숫자를 읽습니다. 특징 지도 보기에서 저마다 무엇을 찾는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Every fifth label is wrong: left alone the net learns the wrong ones by heart, with a penalty or dropout it does not.</source>
        <translation>레이블 다섯 중 하나가 틀렸습니다. 그냥 두면 틀린 것까지 외우지만, 규제나 드롭아웃이 있으면 외우지 않습니다.</translation>
    </message>
    <message>
        <source>Every fifth training label is wrong: a rate of 0 memorizes them, a moderate one resists, and 0.8 hardly learns.</source>
        <translation>훈련 레이블 다섯 중 하나가 틀렸습니다. 비율 0은 그대로 외우고, 적당하면 버티고, 0.8은 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Every fifth training label is wrong: without a penalty the net memorizes them, too strong a one lets it learn little.</source>
        <translation>훈련 레이블 다섯 중 하나가 틀렸습니다. 규제가 없으면 그대로 외우고, 너무 강하면 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>First convolution</source>
        <translation>첫 합성곱</translation>
    </message>
    <message>
        <source>First look</source>
        <translation>첫걸음</translation>
    </message>
    <message>
        <source>Five hidden layers with He initialization, L2 and dropout learn handwritten digits from 300 rows.</source>
        <translation>He 초기화, L2, 드롭아웃을 쓴 은닉층 다섯이 손글씨 숫자 300개로 배웁니다.</translation>
    </message>
    <message>
        <source>Four rows a step make a restless curve, all rows a smooth one that costs the most: after as many steps the three read digits about equally well.</source>
        <translation>한 스텝에 네 행이면 곡선이 흔들리고, 모든 행이면 매끈하지만 가장 비쌉니다. 같은 스텝 뒤에는 셋 다 숫자를 비슷하게 잘 읽습니다.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>L2 and dropout</source>
        <translation>L2와 드롭아웃</translation>
    </message>
    <message>
        <source>L2: how much?</source>
        <translation>L2: 얼마나?</translation>
    </message>
    <message>
        <source>LeNet on MNIST, 14 × 14</source>
        <translation>MNIST의 LeNet, 14 × 14</translation>
    </message>
    <message>
        <source>LeNet on MNIST, 28 × 28</source>
        <translation>MNIST의 LeNet, 28 × 28</translation>
    </message>
    <message>
        <source>LeNet, then and now</source>
        <translation>LeNet, 그때와 지금</translation>
    </message>
    <message>
        <source>Learning rate: how large?</source>
        <translation>학습률: 얼마나 크게?</translation>
    </message>
    <message>
        <source>Memorized labels</source>
        <translation>외운 레이블</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>뒤집음</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>단순</translation>
    </message>
    <message>
        <source>Naive weights push tanh to its ends, where the slope is nearly zero: the net learns its rows by heart and little else; Xavier keeps it in the middle.</source>
        <translation>단순 초기화는 tanh를 기울기가 거의 0인 양 끝으로 밀어내 데이터를 외우기만 합니다. Xavier는 가운데에 머물게 합니다.</translation>
    </message>
    <message>
        <source>Naive weights saturate six tanh layers; with batch normalization behind each of them the same weights learn well.</source>
        <translation>단순한 가중치는 tanh 층 여섯 개를 포화시킵니다. 각 층 뒤에 배치 정규화를 두면 같은 가중치로도 잘 배웁니다.</translation>
    </message>
    <message>
        <source>Naive, Xavier, He</source>
        <translation>단순, Xavier, He</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>둘 다 없음</translation>
    </message>
    <message>
        <source>Neither, L2 alone, dropout alone and both, side by side against the same wrong labels.</source>
        <translation>둘 다 없음, L2만, 드롭아웃만, 둘 다를 같은 틀린 레이블로 나란히 비교합니다.</translation>
    </message>
    <message>
        <source>No pool</source>
        <translation>풀링 없음</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>Pool 2</source>
        <translation>풀링 2</translation>
    </message>
    <message>
        <source>Pool 3</source>
        <translation>풀링 3</translation>
    </message>
    <message>
        <source>Pooling: how much?</source>
        <translation>풀링은 얼마나?</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Rate 0.001</source>
        <translation>학습률 0.001</translation>
    </message>
    <message>
        <source>Rate 0.01</source>
        <translation>학습률 0.01</translation>
    </message>
    <message>
        <source>Rate 0.1</source>
        <translation>학습률 0.1</translation>
    </message>
    <message>
        <source>Rate 1</source>
        <translation>학습률 1</translation>
    </message>
    <message>
        <source>Rate 3</source>
        <translation>학습률 3</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>기준 실험</translation>
    </message>
    <message>
        <source>Regression: which λ?</source>
        <translation>회귀: λ는 얼마나?</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD, Momentum, RMSprop and Adam unwind the same two spirals from the same weights, each at a rate that suits it: plain SGD is far behind.</source>
        <translation>SGD, 모멘텀, RMSprop, Adam이 같은 가중치에서 시작해 같은 두 나선을 각자에게 알맞은 학습률로 풉니다. 기본 SGD는 한참 뒤처집니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>옮김</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Six hidden layers with ReLU, GELU, tanh or sigmoid: three learn to read digits, while sigmoid lets the gradient vanish on its way back.</source>
        <translation>은닉층 여섯 개에 ReLU, GELU, tanh, 시그모이드를 씁니다. 셋은 숫자를 읽게 되지만 시그모이드에서는 되돌아가는 기울기가 사라집니다.</translation>
    </message>
    <message>
        <source>Sixty points of two overlapping clouds: without a penalty the net draws islands around single points, and the test loss climbs.</source>
        <translation>겹친 두 무리의 점 60개: 규제가 없으면 점 하나하나에 섬을 그리고, 테스트 손실이 올라갑니다.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Steps that are too large push units below zero for every row: such units never fire and never learn again.</source>
        <translation>스텝이 너무 크면 모든 데이터에서 0 아래로 밀려난 유닛이 생깁니다. 다시는 켜지지도, 배우지도 못합니다.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Ten kinds of clothes, harder than digits: the view Predictions shows which of them are taken for each other; downloaded once, 30 MB.</source>
        <translation>숫자보다 어려운 옷 열 가지. 서로 헷갈리는 옷은 보기 '예측'에서 볼 수 있습니다. 한 번만 내려받습니다 (30 MB).</translation>
    </message>
    <message>
        <source>The net of 1998 on digits of the size that it was made for, with its tanh and with ReLU; downloaded once, 12 MB.</source>
        <translation>1998년의 신경망을 그것이 만들어진 크기의 숫자에, tanh와 ReLU로. 한 번만 내려받습니다 (12 MB).</translation>
    </message>
    <message>
        <source>The net of 1998 on the small digits that come with the program, with its tanh and with ReLU.</source>
        <translation>1998년의 신경망을 프로그램에 들어 있는 작은 숫자에, tanh와 ReLU로.</translation>
    </message>
    <message>
        <source>The same ten hidden layers with three starting scales: the naive one diverges at once, Xavier crawls, He learns.</source>
        <translation>같은 은닉층 열 개를 세 가지 크기로 시작합니다. 단순 초기화는 곧바로 발산하고, Xavier는 더디고, He는 배웁니다.</translation>
    </message>
    <message>
        <source>Thirty noisy points of a sine: without a penalty the curve bends to every one of them, with some it finds the wave, and too strong a one leaves it flat.</source>
        <translation>잡음이 있는 사인 곡선의 점 서른 개: 규제가 없으면 점마다 휘고, 알맞으면 물결을 찾으며, 너무 강하면 평평해집니다.</translation>
    </message>
    <message>
        <source>Too much L2</source>
        <translation>지나친 L2</translation>
    </message>
    <message>
        <source>Too much dropout</source>
        <translation>지나친 드롭아웃</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Two units a layer cannot wind a border around two spirals, four do it in part, and with sixteen or more it is easy.</source>
        <translation>층마다 유닛 두 개로는 두 나선을 감는 경계를 만들 수 없고, 네 개면 일부만, 열여섯 개 이상이면 쉽습니다.</translation>
    </message>
    <message>
        <source>Width: how many units?</source>
        <translation>너비: 유닛은 몇 개?</translation>
    </message>
    <message>
        <source>Windows of 2 pixels keep what matters and learn less by heart; windows of 3 lose too much, and without pooling the gap grows.</source>
        <translation>2픽셀 창은 중요한 것을 남기고 덜 외웁니다. 3픽셀 창은 너무 많이 잃고, 풀링이 없으면 격차가 커집니다.</translation>
    </message>
    <message>
        <source>With</source>
        <translation>정규화 있음</translation>
    </message>
    <message>
        <source>With ReLU</source>
        <translation>ReLU로</translation>
    </message>
    <message>
        <source>With four of five units off in each of three layers hardly a path is left for the signal; with one of five off all goes well.</source>
        <translation>세 층에서 유닛 다섯 중 넷을 끄면 신호가 지날 길이 거의 없습니다. 다섯 중 하나만 끄면 잘 배웁니다.</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>정규화 없음</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>λ 0</source>
        <translation>λ 0</translation>
    </message>
    <message>
        <source>λ 0.001</source>
        <translation>λ 0.001</translation>
    </message>
    <message>
        <source>λ 0.01</source>
        <translation>λ 0.01</translation>
    </message>
    <message>
        <source>λ 0.03</source>
        <translation>λ 0.03</translation>
    </message>
    <message>
        <source>λ 0.1</source>
        <translation>λ 0.1</translation>
    </message>
    <message>
        <source>λ 0.3</source>
        <translation>λ 0.3</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>The line of the file</source>
        <translation>파일의 줄 번호</translation>
    </message>
</context>
<context>
    <name>QualityPanel</name>
    <message>
        <source>Arrow keys move from class to class.</source>
        <translation>화살표 키로 클래스를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Blind: the largest class {accuracy}, cross-entropy {loss}</source>
        <translation>보지 않고: 가장 큰 클래스 {accuracy}, 교차 엔트로피 {loss}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Macro F1 is the mean of all classes' F1: each counts alike, however few rows it has.</source>
        <translation>매크로 F1은 모든 클래스 F1의 평균입니다. 행이 적은 클래스도 똑같이 셉니다.</translation>
    </message>
    <message>
        <source>Macro F1 {f1} · accuracy {accuracy}</source>
        <translation>매크로 F1 {f1} · 정확도 {accuracy}</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of each class</source>
        <translation>클래스별 정밀도, 재현율, F1</translation>
    </message>
    <message>
        <source>Precision: of those taken for a class, how many are; recall: of its rows, how many are found</source>
        <translation>정밀도: 그 클래스로 본 행 중 맞는 비율. 재현율: 그 클래스의 행 중 찾아낸 비율</translation>
    </message>
    <message>
        <source>Press Play and see how well each class is recognized.</source>
        <translation>재생을 누르고 클래스마다 얼마나 잘 알아보는지 보세요.</translation>
    </message>
    <message>
        <source>These rows have numbers to learn, and no classes: this view tells classes apart.</source>
        <translation>이 행들은 클래스가 아니라 숫자를 배웁니다. 이 보기는 클래스를 구별합니다.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>What is found, and at what price, as a row must be answered with more or less certainty</source>
        <translation>더 확신하거나 덜 확신해야 답하게 할 때 무엇을 찾고 무엇을 치르는지</translation>
    </message>
    <message>
        <source>What is reached without looking at any feature: by always answering the largest class of the training rows, and with the shares that the classes have there.</source>
        <translation>특징을 전혀 보지 않고 얻는 값입니다. 훈련 데이터에서 가장 큰 클래스만 답하거나, 훈련 데이터의 클래스 비율로 답할 때입니다.</translation>
    </message>
    <message>
        <source>Whether answers given with 80 % are right in 80 % of the cases</source>
        <translation>80 %로 답한 것이 실제로 80 % 맞는지</translation>
    </message>
    <message>
        <source>{lane} has diverged: its outputs are no numbers, so it answers nothing.</source>
        <translation>{lane}: 발산했습니다. 출력이 숫자가 아니어서 아무 답도 하지 못합니다.</translation>
    </message>
    <message>
        <source>{lane} · {rows} test rows</source>
        <translation>{lane} · 테스트 데이터 {rows}개</translation>
    </message>
    <message>
        <source>{lane} · {rows} validation rows</source>
        <translation>{lane} · 검증 데이터 {rows}개</translation>
    </message>
</context>
<context>
    <name>RampBar</name>
    <message>
        <source>The colours from the worst cell of the map to the best.</source>
        <translation>지도에서 가장 나쁜 칸부터 가장 좋은 칸까지의 색입니다.</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>Range: {limits}</source>
        <translation>범위: {limits}</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>{low} 이상</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>{high} 이하</translation>
    </message>
    <message>
        <source>from {low} to less than {high}</source>
        <translation>{low} 이상 {high} 미만</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low} 이상 {high} 이하</translation>
    </message>
    <message>
        <source>less than {high}</source>
        <translation>{high} 미만</translation>
    </message>
    <message>
        <source>more than {low}</source>
        <translation>{low} 초과</translation>
    </message>
    <message>
        <source>more than {low}, less than {high}</source>
        <translation>{low} 초과 {high} 미만</translation>
    </message>
    <message>
        <source>more than {low}, up to {high}</source>
        <translation>{low} 초과 {high} 이하</translation>
    </message>
    <message>
        <source>{limits}, or a share, as 60 %</source>
        <translation>{limits}, 또는 60 %와 같은 비율</translation>
    </message>
</context>
<context>
    <name>RateFinder</name>
    <message>
        <source>Arrow keys move from rate to rate.</source>
        <translation>화살표 키로 학습률 사이를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>학습률 찾기</translation>
    </message>
    <message>
        <source>From {edge} on steps overshoot.</source>
        <translation>{edge}부터는 지나칩니다.</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>찾기 진행 정도</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>No rate learns anything in {steps} steps: the cause lies elsewhere.</source>
        <translation>{steps} 스텝 동안 어느 학습률도 배우지 못합니다. 원인은 다른 데 있습니다.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Settings of</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Short runs of {lane} from its first weights, with rates from very small to far too large and the same batches: a longer run may want a smaller one. Left of the band steps are too small to learn much; right of it they overshoot.</source>
        <translation>레인 {lane} 설정과 처음 가중치로, 아주 작은 것부터 지나치게 큰 것까지 학습률마다 같은 배치로 짧게 훈련합니다. 더 긴 훈련에는 더 작은 학습률이 맞을 수 있습니다. 띠 왼쪽은 걸음이 너무 작아 별로 배우지 못하고, 오른쪽은 지나칩니다.</translation>
    </message>
    <message>
        <source>Sound: {low} to {high}.</source>
        <translation>알맞은 범위: {low}~{high}.</translation>
    </message>
    <message>
        <source>Training loss over the learning rate</source>
        <translation>학습률에 따른 훈련 손실</translation>
    </message>
    <message>
        <source>Tries all rates once more, with the settings of now.</source>
        <translation>지금 설정으로 모든 학습률을 다시 시험합니다.</translation>
    </message>
    <message>
        <source>Trying rates…</source>
        <translation>학습률을 시험하는 중…</translation>
    </message>
    <message>
        <source>Whose settings the rates are tried with: another one may want another rate.</source>
        <translation>어느 레인의 설정으로 학습률을 시험할지 고릅니다. 레인마다 알맞은 학습률이 다를 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>RatePlot</name>
    <message>
        <source>Learning rate {rate}</source>
        <translation>학습률 {rate}</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>첫 스텝 전</translation>
    </message>
    <message>
        <source>from seed to seed</source>
        <translation>시드에 따라</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>overshoots</source>
        <translation>지나침</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>알맞음</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>training loss after {steps} steps</source>
        <translation>{steps} 스텝 뒤의 훈련 손실</translation>
    </message>
    <message>
        <source>{failed} of {count} runs diverge</source>
        <translation>{count}개 중 {failed}개가 발산</translation>
    </message>
</context>
<context>
    <name>RateUses</name>
    <message>
        <source>All lanes learn with it, those that have a rate of their own, too; undo takes it back. It was found with the settings of one lane: others may want another.</source>
        <translation>자기 학습률이 있는 레인까지 모든 레인이 이 학습률로 학습합니다. 실행 취소로 되돌릴 수 있습니다. 한 레인의 설정으로 찾은 값이라, 다른 레인에는 다른 값이 맞을 수 있습니다.</translation>
    </message>
    <message>
        <source>Learning rate of all {count} lanes: {old} → {new}.</source>
        <translation>레인 {count}개 모두의 학습률: {old} → {new}.</translation>
    </message>
    <message>
        <source>Learning rate of {count} lanes: {old} → {new}.</source>
        <translation>레인 {count}개의 학습률: {old} → {new}.</translation>
    </message>
    <message>
        <source>Learning rate of {lanes}: {old} → {new}.</source>
        <translation>{lanes}의 학습률: {old} → {new}.</translation>
    </message>
    <message>
        <source>Learning rate: {old} → {new}.</source>
        <translation>학습률: {old} → {new}.</translation>
    </message>
    <message>
        <source>Makes it the learning rate of the experiment; undo takes it back.</source>
        <translation>실험의 학습률로 삼습니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing has changed: it was the learning rate already.</source>
        <translation>바뀐 것이 없습니다. 이미 그 학습률이었습니다.</translation>
    </message>
    <message>
        <source>Only {lane} learns with it; undo takes it back.</source>
        <translation>{lane}만 이 학습률로 학습합니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Some lanes differ in their learning rate alone: with one rate they would be the same.</source>
        <translation>학습률만 다른 레인이 있습니다. 학습률이 하나면 똑같은 레인이 됩니다.</translation>
    </message>
    <message>
        <source>Use in all lanes</source>
        <translation>모든 레인에 사용</translation>
    </message>
    <message>
        <source>Use in {lane}</source>
        <translation>{lane}에 사용</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>사용하기</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>{rate} 사용</translation>
    </message>
    <message>
        <source>Use {rate} in all lanes</source>
        <translation>모든 레인에 {rate} 사용</translation>
    </message>
    <message>
        <source>Use {rate} in {lane}</source>
        <translation>{lane}에 {rate} 사용</translation>
    </message>
</context>
<context>
    <name>ReasonsCanvas</name>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>How much its maps speak for the answer, of the most</source>
        <translation>특징 지도가 답을 지지하는 정도(최대 대비)</translation>
    </message>
    <message>
        <source>How much the answer moves with it, of the most</source>
        <translation>답이 함께 움직이는 정도(최대 대비)</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>가림</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Probability lost when it is hidden</source>
        <translation>가렸을 때 잃는 확률</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>민감도</translation>
    </message>
    <message>
        <source>The pixel itself</source>
        <translation>픽셀 값</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>픽셀 {row}, {column}</translation>
    </message>
    <message>
        <source>{answer}, {share}</source>
        <translation>{answer}, {share}</translation>
    </message>
    <message>
        <source>{lane}, pixel {row}, {column}</source>
        <translation>{lane}, 픽셀 {row}, {column}</translation>
    </message>
    <message>
        <source>{lane}: {answer}</source>
        <translation>{lane}: {answer}</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Arrow keys move over the picture, Page Up and Page Down from lane to lane.</source>
        <translation>화살표 키로 그림 위를, Page Up과 Page Down으로 레인 사이를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Press Play or Step, and the lanes say why.</source>
        <translation>재생이나 한 스텝을 누르면 레인이 이유를 보여 줍니다.</translation>
    </message>
    <message>
        <source>These rows are no pictures: choose Digits, MNIST or a folder of pictures in the data panel.</source>
        <translation>이 데이터는 그림이 아닙니다. 데이터 패널에서 숫자, MNIST 또는 그림 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>These rows have numbers to learn: this view asks why a class was chosen.</source>
        <translation>이 데이터는 수를 배웁니다. 이 보기는 왜 그 클래스를 골랐는지 묻습니다.</translation>
    </message>
    <message>
        <source>Which pixels the answer of each lane hangs on</source>
        <translation>레인마다 답이 달려 있는 픽셀</translation>
    </message>
    <message>
        <source>it is {label}</source>
        <translation>정답 {label}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Clear this list</source>
        <translation>목록 지우기</translation>
    </message>
    <message>
        <source>Forget which files were open; the files themselves stay</source>
        <translation>열었던 파일 목록을 지웁니다. 파일은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>{path} no longer exists.</source>
        <translation>{path}: 더는 그 자리에 없습니다.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Another</source>
        <translation>다른 작업</translation>
    </message>
    <message>
        <source>Bring back the one before; this work stays, and is offered again</source>
        <translation>그 전 작업을 되살립니다. 이 작업은 남아 있어 다시 불러올 수 있습니다</translation>
    </message>
    <message>
        <source>Bring it back: the experiment, every edit to undo, and the run at its step</source>
        <translation>실험과 되돌릴 편집, 학습하던 스텝까지 되살립니다</translation>
    </message>
    <message>
        <source>Hide this: the work goes on</source>
        <translation>이 알림을 숨기고 작업을 이어갑니다</translation>
    </message>
    <message>
        <source>Not now: it is offered again at the next start</source>
        <translation>나중에 하기: 다음에 시작할 때 다시 묻습니다</translation>
    </message>
    <message>
        <source>Offer another one instead; this work stays, and is offered again</source>
        <translation>대신 다른 작업을 보여 줍니다. 이 작업은 남아 있으며 다시 보여 드립니다</translation>
    </message>
    <message>
        <source>Older work</source>
        <translation>이전 작업</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>The first experiment, untouched; this work stays, and is offered again</source>
        <translation>첫 실험을 처음 상태로 엽니다. 이 작업은 남아 있어 다시 불러올 수 있습니다</translation>
    </message>
    <message>
        <source>The program was cut off: this is your work as it was at {time}.</source>
        <translation>프로그램이 갑자기 끝났습니다. {time}의 작업을 되살렸습니다.</translation>
    </message>
    <message>
        <source>The program was cut off: this is your work as it was at {time}; older work is kept, too ({count}).</source>
        <translation>프로그램이 갑자기 끝났습니다. {time}의 작업 그대로입니다. 그 전 작업({count}개)도 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Work from {time} is kept, and other work ({count}).</source>
        <translation>{time}의 작업과 다른 작업({count}개)이 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Work from {time} is kept.</source>
        <translation>{time}의 작업이 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>You go on where you left off at {time}.</source>
        <translation>{time}에 그만둔 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>You go on where you left off at {time}; older work is kept, too ({count}).</source>
        <translation>{time}에 그만둔 곳에서 이어집니다. 그 전 작업({count}개)도 보관되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Compared on {rows} test rows.</source>
        <translation>테스트 {rows}행에서 비교했습니다.</translation>
    </message>
    <message>
        <source>Compared on {rows} validation rows.</source>
        <translation>검증 {rows}행에서 비교했습니다.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Loss and R² over the steps</source>
        <translation>스텝에 따른 손실과 R²</translation>
    </message>
    <message>
        <source>Loss and accuracy over the steps</source>
        <translation>스텝에 따른 손실과 정확도</translation>
    </message>
    <message>
        <source>Losses are without the penalty, which stands by itself.</source>
        <translation>손실은 규제를 뺀 값이며, 규제는 따로 나와 있습니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Playground {version} · Python {python} · NumPy {numpy} · Qt {qt} · {system}</source>
        <translation>Playground {version} · Python {python} · NumPy {numpy} · Qt {qt} · 시스템 {system}</translation>
    </message>
    <message>
        <source>Remedy: {what}.</source>
        <translation>처방: {what}.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Save it, to open it in Playground</source>
        <translation>저장하여 Playground에서 열기</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 스텝</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>테스트 세트</translation>
    </message>
    <message>
        <source>The experiment as a file</source>
        <translation>실험 파일</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>What was changed while it trained</source>
        <translation>학습 중에 바꾼 것</translation>
    </message>
    <message>
        <source>opened at step {steps}</source>
        <translation>연 스텝: {steps}</translation>
    </message>
    <message>
        <source>opened {count}× in other runs on the same rows</source>
        <translation>같은 데이터의 다른 실행에서 연 횟수: {count}</translation>
    </message>
    <message>
        <source>opened {count}× in other runs, with {seen} of these test rows</source>
        <translation>다른 실행에서 {count}번 열었고, 지금의 테스트 행 중 {seen}개가 그때 있었습니다</translation>
    </message>
    <message>
        <source>sealed: nobody has looked at it</source>
        <translation>봉인됨: 아무도 보지 않았습니다</translation>
    </message>
    <message>
        <source>{date} · step {step}, epoch {epoch} · trained for {seconds} s</source>
        <translation>{date} · 스텝 {step}, 에폭 {epoch} · 학습 시간 {seconds}초</translation>
    </message>
    <message>
        <source>{features} features → {target}</source>
        <translation>특징 {features}개 → {target}</translation>
    </message>
    <message>
        <source>{features} features, {classes} classes</source>
        <translation>특징 {features}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows} of these rows were validation rows before, and may have chosen the settings</source>
        <translation>이 행 중 {rows}개는 이전에 검증 행이었으므로, 설정을 고르는 데 쓰였을 수 있음</translation>
    </message>
    <message>
        <source>{train} for training, {test} for testing, of {total}</source>
        <translation>전체 {total}개 중 훈련 {train}개, 테스트 {test}개</translation>
    </message>
    <message>
        <source>{train} for training, {validation} for validation, {test} for testing, of {total}</source>
        <translation>전체 {total}개 중 훈련 {train}개, 검증 {validation}개, 테스트 {test}개</translation>
    </message>
</context>
<context>
    <name>RowChooser</name>
    <message>
        <source>The training row that all masks are asked about: step to one, or type it.</source>
        <translation>모든 마스크에 물어볼 훈련 데이터입니다. 하나씩 넘기거나 번호를 적으세요.</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Training row {row}: {label}</source>
        <translation>훈련 데이터 {row}: {label}</translation>
    </message>
    <message>
        <source>Training rows to choose from</source>
        <translation>고를 수 있는 훈련 데이터</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>그래도 닫기</translation>
    </message>
    <message>
        <source>Close the window now; what was not saved is lost</source>
        <translation>지금 창을 닫습니다. 저장하지 않은 것은 잃습니다</translation>
    </message>
    <message>
        <source>Close the window when there is room, and keep the work for the next start. {problem}</source>
        <translation>자리가 생기면 창을 닫고 다음 시작을 위해 작업을 보관합니다. {problem}</translation>
    </message>
    <message>
        <source>Close the window without that file. Your work is kept: the next start goes on with it.</source>
        <translation>그 파일 없이 창을 닫습니다. 작업은 보관되며 다음에 시작할 때 이어집니다.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>내용 복사</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>로그 폴더</translation>
    </message>
    <message>
        <source>Not closed yet: {problem}</source>
        <translation>아직 닫지 않았습니다: {problem}</translation>
    </message>
    <message>
        <source>Not closed: your work cannot be kept ({reason}).</source>
        <translation>닫지 않았습니다. 작업을 보관할 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>Something went wrong ({name}), but your work is still here.</source>
        <translation>내부 오류가 생겼습니다 ({name}). 작업은 그대로입니다.</translation>
    </message>
    <message>
        <source>The folder of the log file, where the program notes its errors</source>
        <translation>프로그램이 오류를 기록하는 파일의 폴더입니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>What happened and the experiment, as text for a report. It holds no rows of your data.</source>
        <translation>신고에 쓸 오류 내용과 실험 설정입니다. 데이터는 들어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>SchedulePicture</name>
    <message>
        <source>Learning rate over the steps</source>
        <translation>스텝에 따른 학습률</translation>
    </message>
    <message>
        <source>The learning rate over the steps, and where the run is now</source>
        <translation>스텝에 따른 학습률과 지금 자리입니다</translation>
    </message>
</context>
<context>
    <name>SealButton</name>
    <message>
        <source>Not opened yet.</source>
        <translation>아직 열지 않았습니다.</translation>
    </message>
    <message>
        <source>Open the test set</source>
        <translation>테스트 세트 열기</translation>
    </message>
    <message>
        <source>Opened at step {steps}.</source>
        <translation>연 스텝: {steps}.</translation>
    </message>
    <message>
        <source>Opened {count}× in other runs on the same rows.</source>
        <translation>같은 데이터의 다른 실행에서 연 횟수: {count}.</translation>
    </message>
    <message>
        <source>Opened {count}× in other runs, where {seen} of these test rows were among those looked at.</source>
        <translation>다른 실행에서 {count}번 열었고, 그때 본 행 중 {seen}개가 지금의 테스트 행에 들어 있습니다.</translation>
    </message>
    <message>
        <source>The test rows tell how good the finished network is, because nothing was chosen by them. Whoever looks, changes something and looks again has chosen by them, and the figure becomes too good to be true: so open them once, at the end. Looking cannot be undone; with the next step they are sealed again.</source>
        <translation>테스트 데이터로는 아무것도 고르지 않았으므로 완성된 신경망의 진짜 실력을 말해 줍니다. 보고 나서 설정을 바꾸고 다시 보면 그것으로 고른 셈이라 값이 실제보다 좋아 보입니다. 그러니 끝에 한 번만 여세요. 본 것은 되돌릴 수 없으며, 다음 스텝에서 다시 봉인됩니다.</translation>
    </message>
    <message>
        <source>The test set is open</source>
        <translation>테스트 세트가 열림</translation>
    </message>
    <message>
        <source>{rows} chosen by</source>
        <translation>{rows}개는 선택에 쓰임</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Add a layer in a branch</source>
        <translation>분기에서 층 추가</translation>
    </message>
    <message>
        <source>Add hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>레인 추가</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Branch a lane</source>
        <translation>레인 분기</translation>
    </message>
    <message>
        <source>Compare lanes</source>
        <translation>레인 비교</translation>
    </message>
    <message>
        <source>Duplicate lane</source>
        <translation>레인 복제</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Edit a weight in a branch</source>
        <translation>분기에서 가중치 편집</translation>
    </message>
    <message>
        <source>Edit all lanes</source>
        <translation>모든 레인 편집</translation>
    </message>
    <message>
        <source>Edit several lanes</source>
        <translation>여러 레인 편집</translation>
    </message>
    <message>
        <source>Grow a layer in a branch</source>
        <translation>분기에서 층 넓히기</translation>
    </message>
    <message>
        <source>Intervene in a branch</source>
        <translation>분기에서 개입</translation>
    </message>
    <message>
        <source>Intervene in a lane</source>
        <translation>레인에서 개입</translation>
    </message>
    <message>
        <source>Move lane</source>
        <translation>레인 이동</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>층 이동</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>{file} 열기</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>점 그리기</translation>
    </message>
    <message>
        <source>Random search</source>
        <translation>무작위 탐색</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>레인 삭제</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>Repeat with other seeds</source>
        <translation>다른 시드로 반복</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>모든 레인 보이기</translation>
    </message>
    <message>
        <source>Show one lane alone</source>
        <translation>레인 하나만 보이기</translation>
    </message>
    <message>
        <source>Show some lanes</source>
        <translation>일부 레인 보이기</translation>
    </message>
    <message>
        <source>Switch a layer off in a branch</source>
        <translation>분기에서 층 끄기</translation>
    </message>
    <message>
        <source>{name} from step {step}</source>
        <translation>{name}, 스텝 {step}부터</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close with Escape</source>
        <translation>Esc로 닫습니다</translation>
    </message>
</context>
<context>
    <name>ShortNames</name>
    <message>
        <source>drop {rate}</source>
        <translation>드롭 {rate}</translation>
    </message>
    <message>
        <source>dropout {rate}</source>
        <translation>드롭아웃 {rate}</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Escape closes this page; training continues meanwhile</source>
        <translation>Esc를 누르면 닫힙니다. 그동안에도 학습은 계속됩니다</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>SignalPreview</name>
    <message>
        <source>Gradient, back</source>
        <translation>기울기, 역방향</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>How large the gradient is when it comes to each layer, on its way from the loss back to the input.</source>
        <translation>손실에서 입력으로 거꾸로 가는 기울기가 각 층에 닿을 때의 크기입니다.</translation>
    </message>
    <message>
        <source>How large the outputs of each layer would be in the first step, for four ways to draw the weights.</source>
        <translation>가중치를 뽑는 네 가지 방법마다, 첫 스텝에서 각 층의 출력이 얼마나 클지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>단순</translation>
    </message>
    <message>
        <source>Signal, forward</source>
        <translation>신호, 순방향</translation>
    </message>
    <message>
        <source>Standard deviation of the gradient, layer by layer</source>
        <translation>층별 기울기의 표준편차</translation>
    </message>
    <message>
        <source>Standard deviation of the signal, layer by layer</source>
        <translation>층별 신호의 표준편차</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>내 설정</translation>
    </message>
    <message>
        <source>Yours ({name})</source>
        <translation>내 설정 ({name})</translation>
    </message>
</context>
<context>
    <name>SignalStrips</name>
    <message>
        <source>highest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>mean ± std</source>
        <translation>평균 ± 편차</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>막힘</translation>
    </message>
    <message>
        <source>{lane}: mean ± std</source>
        <translation>{lane}: 평균 ± 편차</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>in</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>{name} fades to nothing</source>
        <translation>{name}: 사라짐</translation>
    </message>
    <message>
        <source>{name} grows {factor}× a layer</source>
        <translation>{name}: 층마다 {factor}×로 커짐</translation>
    </message>
    <message>
        <source>{name} keeps its size ({factor}×)</source>
        <translation>{name}: 크기 유지 ({factor}×)</translation>
    </message>
    <message>
        <source>{name} leaves the range of numbers</source>
        <translation>{name}: 수의 범위를 벗어남</translation>
    </message>
    <message>
        <source>{name} shrinks to {factor}× a layer</source>
        <translation>{name}: 층마다 {factor}×로 작아짐</translation>
    </message>
</context>
<context>
    <name>SignalsPanel</name>
    <message>
        <source>All layers on one scale, so that large and small are to be seen.</source>
        <translation>모든 층을 같은 눈금으로 그려 크고 작음이 보입니다.</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>시작 때</translation>
    </message>
    <message>
        <source>Choose data and layers that fit, and their start is predicted here.</source>
        <translation>서로 맞는 데이터와 층을 고르면 시작 때의 모습이 보입니다.</translation>
    </message>
    <message>
        <source>Dead units give zero for every row, so they learn nothing.</source>
        <translation>죽은 유닛은 모든 데이터에 0을 내므로 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Each layer on a scale of its own, as wide as its values.</source>
        <translation>층마다 값의 폭에 맞춘 눈금으로 그립니다.</translation>
    </message>
    <message>
        <source>Filled: {focus}. Outlined, on the same scale: {other}.</source>
        <translation>채운 것: {focus}. 같은 눈금의 윤곽선: {other}.</translation>
    </message>
    <message>
        <source>No lane that is shown has a signal: those that diverged have none</source>
        <translation>보이는 레인 중에 신호가 있는 것이 없습니다. 발산한 레인에는 신호가 없습니다</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Press Play and watch the signal on its way through the layers.</source>
        <translation>재생을 누르면 신호가 층을 지나는 것이 보입니다.</translation>
    </message>
    <message>
        <source>Saturated values lie where the function is flat: no gradient passes.</source>
        <translation>포화된 값은 함수가 평평한 곳에 있어 기울기가 흐르지 못합니다.</translation>
    </message>
    <message>
        <source>Scale of the values</source>
        <translation>값의 눈금</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Size of the signal (std) in every lane</source>
        <translation>레인별 신호의 크기 (표준편차)</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Standard deviation of the signal behind each layer, a line a lane</source>
        <translation>각 층을 지난 신호의 표준편차, 레인마다 선 하나</translation>
    </message>
    <message>
        <source>The signal at the start is being worked out.</source>
        <translation>시작할 때의 신호를 계산하고 있습니다.</translation>
    </message>
    <message>
        <source>The signal in the networks as they are at this step.</source>
        <translation>이 스텝의 신경망을 지나는 신호입니다.</translation>
    </message>
    <message>
        <source>This network is too large to be tried out.</source>
        <translation>신경망이 너무 커서 미리 해 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Values at step {step}, its last</source>
        <translation>값(마지막으로 본 스텝 {step})</translation>
    </message>
    <message>
        <source>Values of each layer</source>
        <translation>층별 값</translation>
    </message>
    <message>
        <source>Values of each layer of the lane in focus</source>
        <translation>보고 있는 레인의 층별 값</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>보일 것</translation>
    </message>
    <message>
        <source>What the first step would be like with other initial weights; follows every edit at once.</source>
        <translation>초기 가중치가 달랐다면 첫 스텝이 어땠을지 보여 줍니다. 편집하면 바로 따라 바뀝니다.</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>outlined: {other}</source>
        <translation>윤곽선: {other}</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}: select another lane</source>
        <translation>{name}: 스텝 {step}에서 발산했습니다. 다른 레인을 고르세요</translation>
    </message>
    <message>
        <source>{name} has no signal just now</source>
        <translation>{name}: 지금은 신호가 없습니다</translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation>{name}, 스텝 {step}</translation>
    </message>
</context>
<context>
    <name>SizeSlider</name>
    <message>
        <source>Up to {limit}, which is what the source leaves.</source>
        <translation>{limit}까지: 데이터셋에 남은 만큼입니다.</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>1 feature · a number</source>
        <translation>특징 1개 · 수</translation>
    </message>
    <message>
        <source>2 features · {fewest} to {most} classes</source>
        <translation>특징 2개 · 클래스 {fewest}~{most}개</translation>
    </message>
    <message>
        <source>A table (CSV, Excel, Parquet, ARFF …) with a column to be learned, or IDX images.</source>
        <translation>학습할 열이 있는 표(CSV, Excel, Parquet, ARFF …) 또는 IDX 이미지입니다.</translation>
    </message>
    <message>
        <source>Open your data…</source>
        <translation>내 데이터 열기…</translation>
    </message>
    <message>
        <source>{features} features · a number</source>
        <translation>특징 {features}개 · 숫자</translation>
    </message>
    <message>
        <source>{features} features · {classes} classes</source>
        <translation>특징 {features}개 · 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows} rows · {features} features · a number</source>
        <translation>{rows}행 · 특징 {features}개 · 숫자</translation>
    </message>
    <message>
        <source>{rows} rows · {features} features · {classes} classes</source>
        <translation>데이터 {rows}개 · 특징 {features}개 · 클래스 {classes}개</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>1 step/s</source>
        <translation>1 스텝/초</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>Holds training back to so many steps a second, to watch what each step does.</source>
        <translation>초당 스텝 수를 제한해 스텝마다 무슨 일이 일어나는지 봅니다.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>속도 제한</translation>
    </message>
    <message>
        <source>The results are the same at any speed.</source>
        <translation>속도가 달라도 결과는 같습니다.</translation>
    </message>
    <message>
        <source>{count} steps/s</source>
        <translation>{count} 스텝/초</translation>
    </message>
</context>
<context>
    <name>SpreadPlot</name>
    <message>
        <source>10 to 90% of the masks</source>
        <translation>마스크의 10~90%</translation>
    </message>
    <message>
        <source>10 to 90% of the masks, and their mean</source>
        <translation>마스크의 10~90%와 평균</translation>
    </message>
    <message>
        <source>Masks off, as in testing</source>
        <translation>마스크 끔 (테스트 때처럼)</translation>
    </message>
    <message>
        <source>Masks on, mean of {count}</source>
        <translation>마스크 켬, {count}개 평균</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>StateRow</name>
    <message>
        <source>Closing ends the sweep before a trial is done.</source>
        <translation>창을 닫으면 시행이 하나도 끝나기 전에 스윕이 끝납니다.</translation>
    </message>
    <message>
        <source>Closing ends the sweep. {done} of {trials} trials are kept; Open sweep… goes on with {file}.</source>
        <translation>창을 닫으면 스윕이 끝납니다. 시행 {trials}개 중 {done}개는 남으며, ‘스윕 열기…’에서 {file} 파일을 열면 이어 갑니다.</translation>
    </message>
    <message>
        <source>End the sweep</source>
        <translation>스윕 끝내기</translation>
    </message>
    <message>
        <source>Ends the sweep, keeps what is done, and closes the window.</source>
        <translation>스윕을 끝내고, 끝난 것은 남기고, 창을 닫습니다.</translation>
    </message>
    <message>
        <source>Ends the sweep; what is done is kept.</source>
        <translation>스윕을 끝냅니다. 끝난 것은 남습니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어 가기</translation>
    </message>
    <message>
        <source>How far the sweep is</source>
        <translation>스윕 진행</translation>
    </message>
    <message>
        <source>Keeps the window open; the sweep goes on.</source>
        <translation>창을 열어 두고 스윕을 계속합니다.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>계속 두기</translation>
    </message>
    <message>
        <source>Nothing is trained yet.</source>
        <translation>아직 학습한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>This sweep is unfinished: {done} of its trials are done, {left} are left to do.</source>
        <translation>끝나지 않은 스윕입니다. 시행 {done}개가 끝났고, {left}개가 남았습니다.</translation>
    </message>
    <message>
        <source>Trains what is left, in processes of their own.</source>
        <translation>남은 것을 별도의 프로세스에서 학습합니다.</translation>
    </message>
    <message>
        <source>{done} of {trials} trials, {settings} settings</source>
        <translation>시행 {trials}개 중 {done}개, 설정 {settings}개</translation>
    </message>
    <message>
        <source>{done} of {trials} trials, {settings} settings; stage {stage} of {stages}</source>
        <translation>시행 {trials}개 중 {done}개, 설정 {settings}개; {stages}단계 중 {stage}단계</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>A branch that starts with another number in place of the weight that is followed here.</source>
        <translation>여기서 따라가는 가중치를 다른 수로 바꾸어 시작하는 분기입니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Convolutions are not taken apart: each of their weights is used all over the picture.</source>
        <translation>합성곱은 스텝별로 나누어 보지 않습니다. 가중치 하나하나가 그림 전체에 쓰이기 때문입니다.</translation>
    </message>
    <message>
        <source>Edit weight…</source>
        <translation>가중치 편집…</translation>
    </message>
    <message>
        <source>Its numbers come in a moment.</source>
        <translation>수가 곧 나옵니다.</translation>
    </message>
    <message>
        <source>Make this step</source>
        <translation>이 단계 실행</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Row of the batch</source>
        <translation>배치의 행</translation>
    </message>
    <message>
        <source>Rows of {count} inputs are too long to be read number by number: 16 are the most.</source>
        <translation>입력이 {count}개인 데이터는 수를 하나씩 읽기에 너무 깁니다. 최대 16개까지 가능합니다.</translation>
    </message>
    <message>
        <source>The coming step</source>
        <translation>다음 스텝</translation>
    </message>
    <message>
        <source>The next phase. Key: Page Down</source>
        <translation>다음 단계로. 키: Page Down</translation>
    </message>
    <message>
        <source>The phase before. Key: Page Up</source>
        <translation>앞 단계로. 키: Page Up</translation>
    </message>
    <message>
        <source>This lane makes no step any more.</source>
        <translation>이 레인은 더는 단계를 밟지 않습니다.</translation>
    </message>
    <message>
        <source>This net is too large to be read number by number: take at most 16 units a layer.</source>
        <translation>이 신경망은 수를 하나씩 읽기에 너무 큽니다. 층마다 유닛을 16개까지만 두세요.</translation>
    </message>
    <message>
        <source>Which row of the coming batch goes through the net.</source>
        <translation>다음 배치의 어느 행이 신경망을 지나가는지.</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>전체 {count} 중 {number}</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>Diagnosis</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>뒤짐</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>앞섬</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss with penalty</source>
        <translation>규제 포함 손실</translation>
    </message>
    <message>
        <source>not ranked</source>
        <translation>순위 없음</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>구별 안 됨</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>일찍 끝냄</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>미완료</translation>
    </message>
    <message>
        <source>{failed} of {trials} trials failed, the first because: {reason}</source>
        <translation>시행 {trials}개 중 {failed}개가 실패했습니다. 첫째 이유: {reason}</translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message>
        <source>A setting a line: PATH = V1, V2 tries each value, PATH = LOW..HIGH draws from a range, with :log evenly in the logarithm.</source>
        <translation>한 줄에 설정 하나: PATH = V1, V2는 각 값을 시도하고, PATH = LOW..HIGH는 범위에서 뽑습니다. :log를 붙이면 로그에서 고르게 뽑습니다.</translation>
    </message>
    <message>
        <source>Choose the file of the result.</source>
        <translation>결과 파일을 고릅니다.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>세는 중…</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>뽑는 수</translation>
    </message>
    <message>
        <source>Ends the worst two thirds of the settings early, at a few rungs: much less work, but settings that begin slowly are lost.</source>
        <translation>몇 단계에서 나쁜 설정 삼분의 이를 일찍 끝냅니다. 계산은 크게 줄지만, 느리게 시작하는 설정은 잃습니다.</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>솎아내기</translation>
    </message>
    <message>
        <source>How many processes train; a core that is left over keeps the window quick.</source>
        <translation>학습할 프로세스 수입니다. 코어를 하나 남기면 창이 빠릅니다.</translation>
    </message>
    <message>
        <source>How many values are drawn from the ranges.</source>
        <translation>범위에서 뽑을 값의 수입니다.</translation>
    </message>
    <message>
        <source>How often each setting is trained, each time by other chance.</source>
        <translation>설정마다 학습할 횟수입니다. 매번 우연이 다릅니다.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Result of the sweep</source>
        <translation>스윕의 결과</translation>
    </message>
    <message>
        <source>Results of sweeps ({names})</source>
        <translation>스윕 결과 ({names})</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>시드 수</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>The .csv or .parquet file that gets a row a trial.</source>
        <translation>시행마다 한 행을 적을 .csv 또는 .parquet 파일입니다.</translation>
    </message>
    <message>
        <source>Trains all trials in processes of their own; the window stays free.</source>
        <translation>모든 시행을 따로 도는 프로세스에서 학습합니다. 창은 자유롭습니다.</translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>Click a cell of the map, or rows of the table, to open their trials.</source>
        <translation>지도의 칸이나 표의 행을 눌러 그 시행을 엽니다.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Open as experiment</source>
        <translation>실험으로 열기</translation>
    </message>
    <message>
        <source>Open as {count} lanes</source>
        <translation>레인 {count}개로 열기</translation>
    </message>
    <message>
        <source>Opens the selected trials in the main window: one as an experiment, several as its lanes.</source>
        <translation>고른 시행을 기본 창에서 엽니다. 하나는 실험으로, 여럿은 그 레인으로 엽니다.</translation>
    </message>
    <message>
        <source>Sweep of {name}</source>
        <translation>스윕: {name}</translation>
    </message>
    <message>
        <source>Sweep: {file}</source>
        <translation>스윕: {file}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count}개 선택</translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>스윕 열기</translation>
    </message>
    <message>
        <source>Open trials</source>
        <translation>시행 열기</translation>
    </message>
    <message>
        <source>Results of sweeps ({names})</source>
        <translation>스윕 결과 ({names})</translation>
    </message>
</context>
<context>
    <name>TakenRemedy</name>
    <message>
        <source>That is hardly better than guessing, which gives {guessing:.3g}.</source>
        <translation>찍는 것보다 거의 낫지 않습니다. 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>That is no better than guessing, which gives {guessing:.3g}.</source>
        <translation>찍는 것보다 낫지 않습니다. 찍을 때: {guessing:.3g}.</translation>
    </message>
    <message>
        <source>That is worse: Undo brings back the run before.</source>
        <translation>더 나빠졌습니다. 실행 취소로 앞의 실행을 되돌립니다.</translation>
    </message>
    <message>
        <source>{what}: at step {step} it is said here what came of it.</source>
        <translation>{what}: 결과는 스텝 {step}에서 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>{what}: it diverges all the same. Undo brings back the run before.</source>
        <translation>{what}: 그래도 발산합니다. 실행 취소로 앞의 실행을 되돌립니다.</translation>
    </message>
    <message>
        <source>{what}: no longer diverged at step {step}; test loss {after:.3g}.</source>
        <translation>{what}: {step} 스텝까지 더는 발산하지 않습니다. 테스트 손실 {after:.3g}.</translation>
    </message>
    <message>
        <source>{what}: no longer diverged at step {step}; validation loss {after:.3g}.</source>
        <translation>{what}: {step} 스텝까지 더는 발산하지 않습니다. 검증 손실 {after:.3g}.</translation>
    </message>
    <message>
        <source>{what}: rows, or the scale of the label, are others now, so that losses cannot be compared.</source>
        <translation>{what}: 이제 행이나 레이블의 척도가 달라 손실을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>{what}: test loss {before:.3g} → {after:.3g} at step {step}.</source>
        <translation>{what}: 테스트 손실 {before:.3g} → {after:.3g}, 스텝 {step}.</translation>
    </message>
    <message>
        <source>{what}: validation loss {before:.3g} → {after:.3g} at step {step}.</source>
        <translation>{what}: 검증 손실 {before:.3g} → {after:.3g}, 스텝 {step}.</translation>
    </message>
</context>
<context>
    <name>TestRows</name>
    <message>
        <source>{rows} of these test rows were validation rows before, and may have chosen the settings.</source>
        <translation>이 테스트 행 중 {rows}개는 이전에 검증 행이었으므로, 설정을 고르는 데 쓰였을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ThresholdPage</name>
    <message>
        <source>All of these rows are of one kind: there is nothing to part.</source>
        <translation>이 행들은 모두 한 종류라 나눌 것이 없습니다.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Finds {found} of {positives} · {false} of {negatives} false alarms · precision {precision}</source>
        <translation>{positives}개 중 {found}개 찾음 · {negatives}개 중 오경보 {false}개 · 정밀도 {precision}</translation>
    </message>
    <message>
        <source>From which probability on a row is taken for the class: a low one finds more, a high one is surer.</source>
        <translation>이 확률부터 그 클래스로 봅니다. 낮으면 더 많이 찾고, 높으면 더 확실합니다.</translation>
    </message>
    <message>
        <source>How many of those taken for the class are of it, for how many of it are found.</source>
        <translation>찾아낸 비율에 비해 그 클래스로 본 것이 얼마나 맞는지 보입니다.</translation>
    </message>
    <message>
        <source>How many rows of the class are found, for how many of the others taken for it by mistake.</source>
        <translation>잘못 잡은 다른 행의 수에 비해 그 클래스의 행을 얼마나 찾는지 보입니다.</translation>
    </message>
    <message>
        <source>How much of what is taken for the class is right</source>
        <translation>그 클래스로 본 것이 얼마나 맞는지</translation>
    </message>
    <message>
        <source>Precision-recall</source>
        <translation>정밀도-재현율</translation>
    </message>
    <message>
        <source>Precision-recall curve</source>
        <translation>정밀도-재현율 곡선</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <source>The class that is parted from all others.</source>
        <translation>다른 모든 클래스와 나눌 클래스입니다.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Threshold {value}</source>
        <translation>임계값 {value}</translation>
    </message>
    <message>
        <source>What is found, for how many false alarms</source>
        <translation>오경보 수에 비해 무엇을 찾는지</translation>
    </message>
    <message>
        <source>area {area} · a coin gives 0.5</source>
        <translation>면적 {area} · 동전은 0.5</translation>
    </message>
    <message>
        <source>average {area} · a coin gives {share}</source>
        <translation>평균 {area} · 동전은 {share}</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>found</source>
        <translation>찾음</translation>
    </message>
    <message>
        <source>found (recall)</source>
        <translation>찾음(재현율)</translation>
    </message>
    <message>
        <source>from {share} on</source>
        <translation>{share}부터</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>행 없음</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>right (precision)</source>
        <translation>맞음(정밀도)</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>How many rows a lane has been shown: fair between batch sizes, and between numbers of training rows.</source>
        <translation>레인이 본 데이터의 수: 배치 크기끼리, 훈련 데이터 수끼리 공평합니다.</translation>
    </message>
    <message>
        <source>How often the training rows have been seen: compares batch sizes by what they were shown.</source>
        <translation>훈련 데이터를 몇 바퀴 보았는지: 배치 크기를 보여 준 데이터로 비교합니다.</translation>
    </message>
    <message>
        <source>Updates of the weights: lanes with larger batches see more rows by the same step.</source>
        <translation>가중치를 고친 횟수: 같은 스텝이면 배치가 큰 레인이 데이터를 더 많이 봅니다.</translation>
    </message>
    <message>
        <source>What the steps of a lane have taken on this computer. Lanes of one network share its time equally, so those of all lanes together are the time of training; a lane alone takes longer. It compares networks and batch sizes, and not settings such as the penalty.</source>
        <translation>이 컴퓨터에서 레인의 스텝에 걸린 시간입니다. 한 신경망의 레인들은 그 시간을 똑같이 나누므로, 모든 레인의 것을 더하면 학습에 걸린 시간이 됩니다. 레인이 혼자라면 더 오래 걸립니다. 규제 같은 설정이 아니라 신경망과 배치 크기를 비교할 때 씁니다.</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에폭 {epoch}</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>rows seen</source>
        <translation>본 데이터</translation>
    </message>
    <message>
        <source>seconds a lane</source>
        <translation>레인당 초</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>{count} rows seen</source>
        <translation>본 데이터 {count}개</translation>
    </message>
    <message>
        <source>{count} s a lane</source>
        <translation>레인당 {count}초</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>A new lane that starts with the weights that the selected lane has at the step shown, and trains on with the others</source>
        <translation>선택한 레인이 지금 보이는 스텝에서 가진 가중치로 시작해, 다른 레인과 함께 학습하는 새 레인을 만듭니다</translation>
    </message>
    <message>
        <source>Back to the newest step, exactly as it was</source>
        <translation>가장 최근 스텝으로, 있던 그대로 돌아갑니다</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>되돌아보기</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation>실행 타임라인</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
</context>
<context>
    <name>TimelineSlider</name>
    <message>
        <source>Look back: drag to an earlier step and every panel shows the network as it was then. Training pauses; nothing is lost. Moments before the program was closed are not kept.</source>
        <translation>되돌아보기: 이전 스텝으로 끌면 모든 패널이 그때의 신경망을 보여 줍니다. 학습은 멈추지만 잃는 것은 없습니다. 프로그램을 닫기 전의 순간들은 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>Moments before step {step} were not kept</source>
        <translation>스텝 {step} 이전의 순간들은 보관되지 않았습니다</translation>
    </message>
    <message>
        <source>Moments before step {step} were not kept; those to come are</source>
        <translation>스텝 {step} 이전의 순간들은 보관되지 않았고, 앞으로의 순간들은 보관됩니다</translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation>보이는 스텝</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>A lane that has stopped stays so until you press Reset.</source>
        <translation>멈춘 레인은 처음으로를 누를 때까지 그대로입니다.</translation>
    </message>
    <message>
        <source>Every step looks at all training rows.</source>
        <translation>스텝마다 훈련 데이터를 모두 봅니다.</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>학습률 찾기</translation>
    </message>
    <message>
        <source>Find rate…</source>
        <translation>학습률 찾기…</translation>
    </message>
    <message>
        <source>How a gradient becomes a step: straight down the slope, with momentum, or scaled by weight.</source>
        <translation>기울기를 스텝으로 바꾸는 방법입니다: 곧장 내려가기, 모멘텀, 또는 가중치별 조절.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the steps: large steps first, small ones to settle down.</source>
        <translation>스텝에 따라 학습률이 바뀌는 방법입니다. 처음에는 크게, 나중에는 작게 움직여 자리를 잡습니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>There is no dropout layer in the stack.</source>
        <translation>드롭아웃 층이 없습니다.</translation>
    </message>
    <message>
        <source>Train without end</source>
        <translation>끝없이 학습</translation>
    </message>
    <message>
        <source>Train without end: the run goes on until you pause it.</source>
        <translation>끝없이 학습합니다. 직접 멈출 때까지 계속합니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Tries many learning rates side by side, in short runs, and shows which are sound and which overshoot.</source>
        <translation>여러 학습률을 짧게 나란히 훈련해 보고, 어느 것이 알맞고 어느 것이 지나친지 보여 줍니다.</translation>
    </message>
    <message>
        <source>batches of {count}</source>
        <translation>배치 {count}</translation>
    </message>
    <message>
        <source>by the test loss</source>
        <translation>테스트 손실로</translation>
    </message>
    <message>
        <source>by the validation loss</source>
        <translation>검증 손실로</translation>
    </message>
    <message>
        <source>endless</source>
        <translation>끝없음</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 스텝</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>How many steps are made each second</source>
        <translation>초당 학습 스텝 수</translation>
    </message>
    <message>
        <source>How many updates the weights have had</source>
        <translation>가중치를 갱신한 횟수</translation>
    </message>
    <message>
        <source>How often every training row has been seen, on average; of lanes the least and the most</source>
        <translation>훈련 데이터를 평균 몇 번 보았는지. 레인마다 다르면 가장 적은 것과 가장 많은 것</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Ready-made experiments, each of which shows one thing</source>
        <translation>한 가지씩 보여 주는 준비된 실험들</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>스텝/초</translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation>{preset}, 바뀜</translation>
    </message>
    <message>
        <source>{step} of {newest}</source>
        <translation>{newest} 중 {step}</translation>
    </message>
</context>
<context>
    <name>TrialModel</name>
    <message>
        <source>A click sorts by it.</source>
        <translation>누르면 이 값으로 정렬합니다.</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Trials of the sweep</source>
        <translation>스윕의 시행</translation>
    </message>
</context>
<context>
    <name>VerdictLine</name>
    <message>
        <source>Add a seed</source>
        <translation>시드 1개 추가</translation>
    </message>
    <message>
        <source>Add {count} seeds</source>
        <translation>시드 {count}개 추가</translation>
    </message>
    <message>
        <source>At step {step}: {verdict}</source>
        <translation>스텝 {step}: {verdict}</translation>
    </message>
    <message>
        <source>Behind ± of a score stands the standard deviation over its seeds, behind that of a difference its standard error. A setting is called better only where luck would make such a difference at most one time in twenty.</source>
        <translation>점수의 ± 뒤는 시드에 따른 표준편차, 차이의 ± 뒤는 표준오차입니다. 우연히 그런 차이가 날 일이 스무 번에 한 번 이하일 때만 더 낫다고 합니다.</translation>
    </message>
    <message>
        <source>Compared on {rows} test rows, which are the same for all lanes.</source>
        <translation>모든 레인에 같은 테스트 {rows}행에서 비교했습니다.</translation>
    </message>
    <message>
        <source>Compared on {rows} validation rows, which are the same for all lanes.</source>
        <translation>모든 레인에 같은 검증 {rows}행에서 비교했습니다.</translation>
    </message>
    <message>
        <source>Each fold is judged by the rows that it leaves out: the table has the mean and the spread over folds.</source>
        <translation>폴드마다 빼 둔 데이터로 평가합니다. 폴드의 평균과 흩어짐은 표에 있습니다.</translation>
    </message>
    <message>
        <source>Each setting so many more times, with the same new seeds for all: what differs between two lanes of one seed was caused by the setting.</source>
        <translation>설정마다 그만큼 더 반복하되 새 시드는 모두 같게 합니다. 같은 시드의 두 레인에서 다른 것은 설정 때문입니다.</translation>
    </message>
    <message>
        <source>So far: {verdict}</source>
        <translation>지금까지: {verdict}</translation>
    </message>
    <message>
        <source>The lanes start again. An edit like any other, which can be undone.</source>
        <translation>레인이 다시 시작합니다. 다른 편집처럼 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Which setting is best is said here once training has begun.</source>
        <translation>어떤 설정이 가장 좋은지는 학습이 시작되면 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Which setting is best, and whether that is more than luck, is said here.</source>
        <translation>어느 설정이 가장 좋은지, 우연보다 큰 차이인지 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>A layer turns, stretches and folds the plane. Behind the last one a straight line has to part the classes: watch how the rows get there.</source>
        <translation>층은 평면을 돌리고 늘이고 접습니다. 마지막 은닉층 뒤에서는 직선 하나가 클래스를 갈라야 합니다. 행들이 거기까지 어떻게 가는지 보세요.</translation>
    </message>
    <message>
        <source>Accuracy hides rare classes: here is how well each is recognized, what a threshold costs, and whether sure means right.</source>
        <translation>정확도는 드문 클래스를 가립니다. 여기서는 클래스마다 얼마나 잘 알아보는지, 임계값의 대가가 무엇인지, 확신이 곧 정답인지 봅니다.</translation>
    </message>
    <message>
        <source>Accuracy says how often the lane is wrong; here is where: what it takes for what, and how surely.</source>
        <translation>정확도는 얼마나 자주 틀리는지를 말하고, 여기서는 무엇을 무엇으로, 얼마나 확신하며 틀리는지 봅니다.</translation>
    </message>
    <message>
        <source>All that a net has learned is in how its weights differ from the chance they started as (outlined).</source>
        <translation>신경망이 배운 것은 모두, 가중치가 무작위 시작값(윤곽선)에서 달라진 만큼에 담겨 있습니다.</translation>
    </message>
    <message>
        <source>Bending</source>
        <translation>구부림</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Draw a digit: a net must answer something, and is often sure of itself where it is wrong.</source>
        <translation>숫자를 그려 보세요. 신경망은 무엇이든 답해야 하며, 틀리고도 확신할 때가 많습니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Dropout trains another thinned network at every step, so that no unit can rely on a particular other one.</source>
        <translation>드롭아웃은 스텝마다 솎아 낸 다른 신경망을 학습해, 유닛이 특정한 다른 유닛에 기대지 못하게 합니다.</translation>
    </message>
    <message>
        <source>Each filter leaves a map of where it found what it looks for; pooling makes it coarser, and the last layers decide by it.</source>
        <translation>필터마다 찾는 것이 어디 있었는지 지도로 남깁니다. 풀링이 지도를 거칠게 만들고, 마지막 층들이 그것으로 판단합니다.</translation>
    </message>
    <message>
        <source>Each layer passes a signal on: where it keeps its size, deep layers can learn; where it explodes or vanishes, they cannot.</source>
        <translation>층은 신호를 다음 층에 넘깁니다. 크기가 유지되면 깊은 층도 배우고, 폭발하거나 사라지면 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Going back, the gradient is multiplied layer after layer: where it shrinks the first layers stand still, where it grows they leap away.</source>
        <translation>기울기는 거꾸로 가며 층마다 곱해집니다. 줄어들면 앞쪽 층이 멈춰 서고, 커지면 튀어 나갑니다.</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>How well each class is recognized: for rows that have classes.</source>
        <translation>각 클래스를 얼마나 잘 알아보는지: 클래스가 있는 데이터에만 해당합니다.</translation>
    </message>
    <message>
        <source>How well rows are recognized when they are moved: for rows that have classes.</source>
        <translation>행을 옮겼을 때 얼마나 잘 알아보는지 보여 줍니다. 클래스가 있는 행에만 해당합니다.</translation>
    </message>
    <message>
        <source>L2 pulls every weight to zero by λw, L1 by a fixed λ₁: a weight stays only where the data pushes harder.</source>
        <translation>L2는 모든 가중치를 λw만큼, L1은 일정한 λ₁만큼 0으로 당깁니다. 데이터가 더 세게 미는 가중치만 남습니다.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>특징 지도</translation>
    </message>
    <message>
        <source>Move, turn or dim the rows that no lane was trained on: a net knows a thing only as far as it still knows it then.</source>
        <translation>어느 레인도 훈련하지 않은 행을 옮기고 돌리고 어둡게 해 보세요. 그래도 알아보는 만큼만 신경망이 아는 것입니다.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>R² says how well the numbers are met; here is where they are not: a bend or a fan is still to learn.</source>
        <translation>R²는 숫자를 얼마나 잘 맞추는지 말해 줍니다. 여기서는 어디서 빗나가는지 봅니다. 휘거나 부채꼴이면 아직 배울 것이 있습니다.</translation>
    </message>
    <message>
        <source>Shuffle one column among the rows: what the net loses by that is what it has come to rely on, be it right or not.</source>
        <translation>한 열의 값을 행끼리 뒤섞어 봅니다. 그때 잃는 만큼이, 옳든 그르든 신경망이 기대고 있는 것입니다.</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What a filter has come to look for is where, among the rows, it finds most: its strongest patches, beside its weights now and at the start.</source>
        <translation>필터가 무엇을 찾게 되었는지는 행 가운데 어디서 가장 크게 반응하는지가 말해 줍니다. 가장 강한 조각과, 지금과 처음의 가중치를 함께 봅니다.</translation>
    </message>
    <message>
        <source>What a lane would answer everywhere: pale means unsure. Filled points are training rows, hollow ones were never trained on.</source>
        <translation>레인이 자리마다 내놓을 답입니다. 옅을수록 확신이 없습니다. 채운 점은 훈련 데이터, 빈 점은 학습에 쓰지 않은 데이터입니다.</translation>
    </message>
    <message>
        <source>What a lane would answer everywhere: with too few units it is too stiff, with too many it bends to every point. Filled points are training rows.</source>
        <translation>레인이 곳곳에서 말할 답입니다. 유닛이 너무 적으면 뻣뻣하고, 너무 많으면 점마다 휩니다. 채운 점은 훈련 데이터입니다.</translation>
    </message>
    <message>
        <source>Which pixels an answer hangs on: those that move it most, those it is lost without, and those whose maps speak for it.</source>
        <translation>답이 어느 픽셀에 달려 있는지 봅니다. 답을 가장 크게 움직이는 픽셀, 없으면 답을 잃는 픽셀, 특징 지도가 답을 지지하는 픽셀입니다.</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <source>Both lanes train on with the same draws: what differs comes from this number.</source>
        <translation>두 레인은 같은 난수로 훈련을 이어 갑니다. 달라지는 것은 이 수 때문입니다.</translation>
    </message>
    <message>
        <source>Branch with this weight</source>
        <translation>이 가중치로 분기</translation>
    </message>
    <message>
        <source>Edit a weight</source>
        <translation>가중치 편집</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>The number that the new lane starts with; the lane itself keeps what it has.</source>
        <translation>새 레인이 시작할 값입니다. 원래 레인은 지금 값을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>현재 {value}</translation>
    </message>
</context>
<context>
    <name>WeightHistograms</name>
    <message>
        <source>at the start</source>
        <translation>시작 때</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>{layer}: weights from {low} to {high}</source>
        <translation>{layer}: 가중치 {low} ~ {high}</translation>
    </message>
</context>
<context>
    <name>WeightMatrix</name>
    <message>
        <source>First layer: inputs × {units} of {total} units</source>
        <translation>첫 층: 입력 × 유닛 {total}개 중 {units}개</translation>
    </message>
    <message>
        <source>First layer: inputs × {units} units</source>
        <translation>첫 층: 입력 × 유닛 {units}개</translation>
    </message>
    <message>
        <source>{input} → unit {unit}</source>
        <translation>{input} → 유닛 {unit}</translation>
    </message>
</context>
<context>
    <name>WeightPictures</name>
    <message>
        <source>First layer: a picture a unit</source>
        <translation>첫 층: 유닛마다 그림 하나</translation>
    </message>
    <message>
        <source>First layer: {shown} of {total} units</source>
        <translation>첫 층: 유닛 {total}개 중 {shown}개</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>픽셀 {row}, {column}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>유닛 {number}</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Filled: {focus}. Outlined, on the same axis: how it was drawn, and in its own colour {other}.</source>
        <translation>채움: {focus}. 같은 축의 윤곽: 처음 뽑힌 모습, 그리고 제 색으로 {other}.</translation>
    </message>
    <message>
        <source>First layer: the weights of each input and unit</source>
        <translation>첫 층: 입력과 유닛별 가중치</translation>
    </message>
    <message>
        <source>First layer: the weights of each unit as a picture</source>
        <translation>첫 층: 유닛별 가중치를 그림으로</translation>
    </message>
    <message>
        <source>How the weights of each layer are spread, now and at the start</source>
        <translation>층별 가중치의 분포, 지금과 시작 때</translation>
    </message>
    <message>
        <source>Norm of the weights of each dense layer over the steps</source>
        <translation>스텝에 따른 완전연결층별 가중치의 노름</translation>
    </message>
    <message>
        <source>Norm of the weights:  ‖W‖ = √ Σ w²</source>
        <translation>가중치의 노름:  ‖W‖ = √ Σ w²</translation>
    </message>
    <message>
        <source>Press Play and watch the weights leave the place where they were drawn.</source>
        <translation>재생을 누르면 가중치가 처음 뽑힌 자리를 떠나는 것이 보입니다.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Central European (cp1250)</source>
        <translation>중앙유럽어 (cp1250)</translation>
    </message>
    <message>
        <source>Chinese, simplified (GB 18030)</source>
        <translation>중국어 간체 (GB 18030)</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation>중국어 번체 (Big5)</translation>
    </message>
    <message>
        <source>Greek (cp1253)</source>
        <translation>그리스어 (cp1253)</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>일본어 (Shift JIS)</translation>
    </message>
    <message>
        <source>Korean (cp949)</source>
        <translation>한국어 (cp949)</translation>
    </message>
    <message>
        <source>Russian (KOI8-R)</source>
        <translation>러시아어 (KOI8-R)</translation>
    </message>
    <message>
        <source>Russian (cp1251)</source>
        <translation>러시아어 (cp1251)</translation>
    </message>
    <message>
        <source>Western European (cp1252)</source>
        <translation>서유럽어 (cp1252)</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
</context>
<context>
    <name>WritingForm</name>
    <message>
        <source>As the file itself suggests.</source>
        <translation>파일을 보고 알아낸 대로 읽습니다.</translation>
    </message>
    <message>
        <source>Found out: {what}</source>
        <translation>알아낸 값: {what}</translation>
    </message>
    <message>
        <source>Lines above it are not read.</source>
        <translation>그 위의 줄은 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Whatever the file suggests.</source>
        <translation>파일이 어떻게 보이든 이대로 읽습니다.</translation>
    </message>
    <message>
        <source>as the file suggests</source>
        <translation>파일이 알려 주는 대로</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}번째 줄</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>머리글 없음</translation>
    </message>
    <message>
        <source>none, all are rows</source>
        <translation>없음, 모두 데이터</translation>
    </message>
</context>
</TS>
