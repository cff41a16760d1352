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
        <source>Epoch</source>
        <translation>한 에폭</translation>
    </message>
    <message>
        <source>Every key, and what it does</source>
        <translation>모든 단축키와 하는 일을 보여 줍니다</translation>
    </message>
    <message>
        <source>Go to this panel by keyboard, and show it if it is hidden</source>
        <translation>키보드로 이 패널로 갑니다. 숨겨져 있으면 보여 줍니다</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Loss and accuracy of every lane at every step that was measured</source>
        <translation>측정한 모든 스텝의 레인별 손실과 정확도입니다</translation>
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
        <translation>학습할 레인이 남아 있지 않습니다. 모두 조기 종료되었거나 발산했습니다. 초기화하면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>One page with curves, figures and all settings of the run, to print or to send</source>
        <translation>학습의 곡선, 수치, 모든 설정을 담은 한 쪽입니다. 인쇄하거나 보낼 수 있습니다</translation>
    </message>
    <message>
        <source>Open a saved run and continue where it stopped, bit for bit</source>
        <translation>저장한 학습을 열어, 멈춘 자리에서 비트 하나까지 똑같이 이어 갑니다</translation>
    </message>
    <message>
        <source>Open an experiment, or a table of your own data</source>
        <translation>실험 파일이나 직접 만든 데이터 표를 엽니다</translation>
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
        <translation>학습 열기…</translation>
    </message>
    <message>
        <source>Open the experiment on the clipboard</source>
        <translation>클립보드에 텍스트로 있는 실험 설정을 엽니다</translation>
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
        <source>Paste experiment</source>
        <translation>실험 붙여넣기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Play {steps} more steps</source>
        <translation>{steps} 스텝 더 학습</translation>
    </message>
    <message>
        <source>Put every panel back to where it was at first</source>
        <translation>모든 패널을 처음 자리로 되돌립니다</translation>
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
        <translation>학습 저장…</translation>
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
        <source>Step</source>
        <translation>한 스텝</translation>
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
        <source>The folder where the program logs its errors, for a report</source>
        <translation>프로그램이 내부 오류를 기록하는 곳입니다. 신고할 때 씁니다</translation>
    </message>
    <message>
        <source>The trained network for onnxruntime, a browser or a phone; scaling and softmax are part of it</source>
        <translation>onnxruntime, 브라우저, 휴대 전화에서 쓸 학습된 신경망입니다. 스케일링과 소프트맥스도 들어 있습니다</translation>
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
        <source>Which version this is, and what it is for</source>
        <translation>버전과 프로그램의 쓰임새를 알려 줍니다</translation>
    </message>
    <message>
        <source>{steps} more</source>
        <translation>{steps} 더</translation>
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
    <name>BatchNormDetails</name>
    <message>
        <source>It learns a scale and a shift for each unit: {count} parameters.</source>
        <translation>유닛마다 크기와 이동을 하나씩 학습합니다: 매개변수 {count}개.</translation>
    </message>
</context>
<context>
    <name>BoundaryPanel</name>
    <message>
        <source>A plane has two directions, so this view needs data of exactly two features: choose Circle, XOR, Gauss or Spiral in the data panel.</source>
        <translation>평면은 방향이 둘이므로 특징이 꼭 두 개인 데이터가 필요합니다. 데이터 패널에서 원, XOR, 가우스, 나선 중 하나를 고르세요.</translation>
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
        <translation>학습을 누르면 영역이 잡혀 가는 것이 보입니다.</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>step {step} · test accuracy</source>
        <translation>스텝 {step} · 테스트 정확도</translation>
    </message>
</context>
<context>
    <name>Choices</name>
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
        <source>A nonlinearity applied to every unit; without one, layers add nothing.</source>
        <translation>모든 유닛에 적용하는 비선형 함수입니다. 없으면 층을 쌓아도 소용이 없습니다.</translation>
    </message>
    <message>
        <source>A rolling ball: steps in a lasting direction add up, zigzags cancel.</source>
        <translation>구르는 공처럼 한결같은 방향은 빨라지고 지그재그는 상쇄됩니다.</translation>
    </message>
    <message>
        <source>A smooth ReLU that weighs each value by how likely it is large; used in transformers.</source>
        <translation>값이 클 확률로 가중한 매끄러운 ReLU입니다. 트랜스포머에서 씁니다.</translation>
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
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
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
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
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
        <source>Features are divided by the largest value of the training rows.</source>
        <translation>특징을 훈련 행에서 가장 큰 값으로 나눕니다.</translation>
    </message>
    <message>
        <source>Features are used as they are; large ones drown small ones.</source>
        <translation>특징을 그대로 씁니다. 큰 특징이 작은 특징을 덮습니다.</translation>
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
        <source>Identity</source>
        <translation>항등</translation>
    </message>
    <message>
        <source>Inverted dropout: training divides by 1 - rate, so testing needs no change.</source>
        <translation>역 드롭아웃: 훈련 때 1 - 비율로 나누므로 테스트 때는 바꿀 것이 없습니다.</translation>
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
        <source>MNIST</source>
        <translation>MNIST</translation>
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
        <source>On plateau</source>
        <translation>정체 시 감소</translation>
    </message>
    <message>
        <source>One class inside the other: no straight line parts them.</source>
        <translation>한 클래스가 다른 클래스를 둘러쌉니다. 직선으로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>직교</translation>
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
        <source>Steps down</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>Switches units off at random in training, so that none can rely on another.</source>
        <translation>훈련 중에 유닛을 무작위로 꺼서 서로 의존하지 못하게 합니다.</translation>
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
        <source>The learning rate drops by a factor every so many steps, like a staircase.</source>
        <translation>정해진 스텝마다 학습률이 계단처럼 일정 배율로 내려갑니다.</translation>
    </message>
    <message>
        <source>The learning rate drops when a lane's test loss no longer falls.</source>
        <translation>레인의 테스트 손실이 더 줄지 않으면 학습률을 낮춥니다.</translation>
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
        <source>The mean squared distance from the right answer: gentle with mistakes, so it learns slowly.</source>
        <translation>정답과의 거리를 제곱한 평균입니다. 오답에 너그러워 학습이 느립니다.</translation>
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
        <source>Two arms wound around each other: needs several layers, or many units.</source>
        <translation>서로 감긴 두 나선입니다. 여러 층이나 많은 유닛이 필요합니다.</translation>
    </message>
    <message>
        <source>Two clouds that a straight line parts: even a net without hidden layers solves it.</source>
        <translation>직선으로 나뉘는 두 무리입니다. 은닉층이 없어도 풉니다.</translation>
    </message>
    <message>
        <source>Variance of one over the number of inputs: keeps the signal's size where nothing is cut off.</source>
        <translation>분산이 1 / 입력 수입니다. 잘려 나가는 값이 없을 때 신호의 크기를 유지합니다.</translation>
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
        <source>Zeros</source>
        <translation>모두 0</translation>
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
        <translation>학습 전체를 다시 봅니다</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>훈련</translation>
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
        <source>Gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Keeps the curves as they are now in view, grey, wherever the same data are learned</source>
        <translation>지금의 곡선을 회색으로 남겨, 같은 데이터를 배우는 동안 견주어 봅니다</translation>
    </message>
    <message>
        <source>Keeps the curves from before the last restart in view, grey, with what has changed since</source>
        <translation>다시 시작하기 전의 곡선을 회색으로 남겨 두고, 그 뒤 무엇이 바뀌었는지 알려 줍니다</translation>
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
        <translation>이번 학습 고정</translation>
    </message>
    <message>
        <source>Rings each lane's best value measured on the test rows; with early stopping, the best loss it saw</source>
        <translation>각 레인이 테스트 행에서 잰 가장 좋은 값에 고리를 그립니다. 조기 종료를 쓰면 그것이 본 가장 낮은 손실에 그립니다</translation>
    </message>
    <message>
        <source>Run before</source>
        <translation>직전 학습</translation>
    </message>
    <message>
        <source>Shades what lies between the training and the test rows: what was memorized only</source>
        <translation>훈련과 테스트 사이를 칠합니다. 외우기만 한 만큼입니다</translation>
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
        <source>Unpin all runs</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>곡선에 보일 것</translation>
    </message>
    <message>
        <source>What the curves show: parts of the loss, smoothing, the best step, the gap, other runs</source>
        <translation>곡선에 보일 것: 손실의 구성, 매끄럽게 하기, 최고 스텝, 차이, 다른 학습</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>before</source>
        <translation>직전</translation>
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
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss on the training and the test rows, over the steps</source>
        <translation>스텝에 따른 훈련 손실과 테스트 손실</translation>
    </message>
    <message>
        <source>Press Play and watch the loss fall</source>
        <translation>학습을 누르면 손실이 줄어드는 것이 보입니다</translation>
    </message>
    <message>
        <source>Share of rows classified right, over the steps</source>
        <translation>스텝에 따른 정확도</translation>
    </message>
    <message>
        <source>pale: test rows of the other lanes</source>
        <translation>옅은 선: 다른 레인의 테스트</translation>
    </message>
    <message>
        <source>smoothed; as measured: faint</source>
        <translation>매끄럽게 한 곡선 · 잰 그대로는 흐린 선</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>스텝</translation>
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
        <source>What was found in the file</source>
        <translation>파일에서 찾은 것</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>{columns} columns, {rows} rows, {classes} classes; separator {separator}, encoding {encoding}</source>
        <translation>열 {columns}개, 데이터 {rows}개, 클래스 {classes}개; 구분자 {separator}, 인코딩 {encoding}</translation>
    </message>
</context>
<context>
    <name>DataForm</name>
    <message>
        <source>The class is taken from column {column}, the likeliest one: choose another one here.</source>
        <translation>클래스에 가장 가까워 보이는 열({column})을 골랐습니다. 여기서 다른 열로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Drop the file to learn from it</source>
        <translation>파일을 놓으면 그 데이터로 학습합니다</translation>
    </message>
    <message>
        <source>Learn from your own rows: a CSV table with a column of classes, or IDX images.</source>
        <translation>내 데이터로 학습합니다: 클래스 열이 있는 CSV 표 또는 IDX 이미지.</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV 열기…</translation>
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
        <source>{rows} of {all} rows</source>
        <translation>{all}개 중 {rows}개</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>데이터 {rows}개</translation>
    </message>
    <message>
        <source>{rows}, 1 feature, {classes} classes</source>
        <translation>{rows}, 특징 1개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows}, {features} features, {classes} classes</source>
        <translation>{rows}, 특징 {features}개, 클래스 {classes}개</translation>
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
        <source>No data</source>
        <translation>데이터 없음</translation>
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
    <name>DenseDetails</name>
    <message>
        <source>How many numbers this layer learns: a weight for each pair, and the biases.</source>
        <translation>이 층이 학습하는 수의 개수: 연결마다 가중치 하나씩, 그리고 편향입니다.</translation>
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
        <source>A unit with n inputs and weights between -1 and 1 adds up n terms: its variance grows by n / 6.</source>
        <translation>입력이 n개이고 가중치가 -1과 1 사이인 유닛은 항 n개를 더하므로, 분산이 n / 6배가 됩니다.</translation>
    </message>
    <message>
        <source>Accuracy on the training rows {train:.0%}, on the test rows {test:.0%}.</source>
        <translation>훈련 정확도 {train:.0%}, 테스트 정확도 {test:.0%}.</translation>
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
        <source>Dropout layers: {count}; training accuracy {accuracy:.0%}.</source>
        <translation>드롭아웃 층 {count}개, 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Gradient of layer {first}: {at_first:.1e}, of layer {last}: {at_last:.1e}.</source>
        <translation>기울기: 층 {first} {at_first:.1e}, 층 {last} {at_last:.1e}.</translation>
    </message>
    <message>
        <source>Hidden layers that start so: {count}.</source>
        <translation>이렇게 시작하는 은닉층: {count}개.</translation>
    </message>
    <message>
        <source>Its learning rate was {rate:g}.</source>
        <translation>학습률: {rate:g}.</translation>
    </message>
    <message>
        <source>Learning rate {rate:g}</source>
        <translation>학습률 {rate:g}</translation>
    </message>
    <message>
        <source>Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.</source>
        <translation>규제 기울기 ÷ 데이터 기울기: {share:.2g}, 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Standard deviation of the features {std:.2g}.</source>
        <translation>특징의 표준편차 {std:.2g}.</translation>
    </message>
    <message>
        <source>Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.</source>
        <translation>입력의 표준편차 {before:.2g}, 출력의 표준편차 {after:.2g}.</translation>
    </message>
    <message>
        <source>Standardize the features</source>
        <translation>특징 표준화</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Test loss {now:.3f}, at its best {best:.3f}.</source>
        <translation>테스트 손실 {now:.3f}, 가장 낮을 때 {best:.3f}.</translation>
    </message>
    <message>
        <source>They are zero for every training row looked at.</source>
        <translation>살펴본 모든 훈련 데이터에서 값이 0입니다.</translation>
    </message>
    <message>
        <source>Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.</source>
        <translation>{epochs:.0f}에폭 뒤 훈련 정확도 {accuracy:.0%}.</translation>
    </message>
    <message>
        <source>Update over weight: {ratio:.1e} at most.</source>
        <translation>갱신량 ÷ 가중치: 최대 {ratio:.1e}.</translation>
    </message>
    <message>
        <source>Use He initialization</source>
        <translation>He 초기화 쓰기</translation>
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
        <source>Use λ {strength:g}</source>
        <translation>λ {strength:g} 쓰기</translation>
    </message>
    <message>
        <source>What comes into it has a standard deviation of {std:.2g}.</source>
        <translation>들어오는 값의 표준편차: {std:.2g}.</translation>
    </message>
    <message>
        <source>{lane} diverged at step {step}: its features are large, and so are its gradients.</source>
        <translation>{lane}: 스텝 {step}에서 발산했습니다. 특징이 크니 기울기도 컸습니다.</translation>
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
        <source>{lane} hardly moves: a step changes its weights by less than a hundred-thousandth.</source>
        <translation>{lane}: 거의 움직이지 않습니다. 한 스텝에 가중치가 10만분의 1도 바뀌지 않습니다.</translation>
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
        <source>{lane} overfits: since step {step} its test loss has risen while the training loss fell.</source>
        <translation>{lane}: 과적합입니다. 스텝 {step}부터 훈련 손실은 줄었는데 테스트 손실은 커졌습니다.</translation>
    </message>
    <message>
        <source>{lane} starts with weights of zero, so all units of a layer are the same, and stay so.</source>
        <translation>{lane}: 가중치가 모두 0에서 시작해, 한 층의 유닛들이 계속 똑같습니다.</translation>
    </message>
    <message>
        <source>{lane}: layer {first}'s gradient is {share:.0e} of layer {last}'s: it is vanishing.</source>
        <translation>{lane}: 층 {first}의 기울기가 층 {last}의 {share:.0e}배입니다. 기울기 소실입니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.</source>
        <translation>{lane}: 신호가 가는 길에 폭발해, 마지막 층을 나올 때는 들어올 때의 {times:.0e}배입니다.</translation>
    </message>
    <message>
        <source>{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.</source>
        <translation>{lane}: 신호가 가는 길에 사라져, 크기의 {share:.1%}만 출력에 닿습니다. 그래서 학습이 더딥니다.</translation>
    </message>
    <message>
        <source>{lane}: the {penalty} penalty pulls as hard as the data, so little is learned: λ {strength:g} is too strong.</source>
        <translation>{lane}: {penalty} 규제가 데이터만큼 세게 당겨 거의 배우지 못합니다. λ {strength:g}: 너무 강합니다.</translation>
    </message>
    <message>
        <source>{lane}: with dropout {rate:g} only {kept:.1%} of the paths through the net are open at a time.</source>
        <translation>{lane}: 드롭아웃 {rate:g}에서는 신경망을 지나는 경로 중 {kept:.1%}만 한 번에 열립니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.</source>
        <translation>{lane}: 층 {layer}의 ReLU 유닛 중 {share:.0%}가 죽었습니다. 켜지지 않으니 배우지도 못합니다.</translation>
    </message>
    <message>
        <source>{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.</source>
        <translation>{lane}: 층 {layer}의 {function} 값 중 {share:.0%}가 포화되어 기울기가 거의 0입니다.</translation>
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
        <translation>간단히</translation>
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
        <translation>지우기</translation>
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
        <translation>학습을 누르고 그려 보세요.</translation>
    </message>
    <message>
        <source>Press Play, and the lanes answer.</source>
        <translation>학습을 누르면 레인들이 답합니다.</translation>
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
        <source>These rows are no pictures: choose Digits, MNIST or Fashion-MNIST in the data panel to draw.</source>
        <translation>이 데이터는 이미지가 아닙니다. 그리려면 데이터 패널에서 숫자, MNIST, Fashion-MNIST 중 하나를 고르세요.</translation>
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
        <source>Hide this panel; the View menu brings it back</source>
        <translation>이 패널을 숨깁니다. 보기 메뉴에서 되살릴 수 있습니다</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>패널 숨기기: {panel}</translation>
    </message>
    <message>
        <source>Let this panel float in a window of its own</source>
        <translation>이 패널을 별도 창으로 떼어 냅니다</translation>
    </message>
    <message>
        <source>Put this panel back into the window</source>
        <translation>이 패널을 창에 다시 붙입니다</translation>
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
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Stop waiting: the rows that there were stay.</source>
        <translation>그만 기다립니다. 원래 데이터가 그대로 남습니다.</translation>
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
        <translation>놓으면 저장된 학습을 이어서 합니다: {file}</translation>
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
        <translation>학습을 누르면 스텝마다 어떤 유닛이 꺼지는지 보입니다.</translation>
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
        <source>Shown is the best, that of step {best}, where the test loss was lowest.</source>
        <translation>테스트 손실이 가장 낮았던 {best}스텝의 가장 좋은 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shown is the best, that of step {best}, where the test loss was lowest. Play goes on from {step}.</source>
        <translation>테스트 손실이 가장 낮았던 스텝 {best}의 최적 가중치를 보여 줍니다. 재생하면 스텝 {step}에서 이어집니다.</translation>
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
    <name>Errors</name>
    <message>
        <source>--set {setting}: write PATH=VALUE, such as layers.*.l2=0.01.</source>
        <translation>--set {setting}: layers.*.l2=0.01처럼 PATH=VALUE로 쓰세요.</translation>
    </message>
    <message>
        <source>A grid needs at least one value of each of its settings.</source>
        <translation>격자에는 설정마다 값이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>A grid varies one or two of {fields}.</source>
        <translation>격자는 다음 중 하나나 둘을 바꿉니다: {fields}.</translation>
    </message>
    <message>
        <source>A row of {name} has {wanted} features; these have the shape {found}.</source>
        <translation>{name}의 행에는 특징이 {wanted}개 있어야 하는데, 주어진 것의 모양은 {found}입니다.</translation>
    </message>
    <message>
        <source>An experiment is a JSON object with fields such as name, data and layers.</source>
        <translation>실험은 name, data, layers 같은 항목을 가진 JSON 객체입니다.</translation>
    </message>
    <message>
        <source>Column {column} never changes, so it tells nothing.</source>
        <translation>열 {column}: 값이 늘 같아 아무것도 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Duplicate rows: {count}. One may be trained on and its twin tested.</source>
        <translation>중복된 데이터: {count}개. 하나로 훈련하고 같은 것으로 테스트할 수 있습니다.</translation>
    </message>
    <message>
        <source>Exporting to ONNX needs one more package: {command} installs it.</source>
        <translation>ONNX로 내보내려면 패키지가 하나 더 필요합니다. 설치 명령: {command}</translation>
    </message>
    <message>
        <source>No lane is left to train: each has stopped early or diverged. Reset starts them again.</source>
        <translation>학습할 레인이 남아 있지 않습니다. 모두 조기 종료되었거나 발산했습니다. 초기화하면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>No window can open: the display {display} does not answer, or refuses this user; use '{command}', which needs none.</source>
        <translation>창을 열 수 없습니다. 이 화면({display})에서 응답이 없거나 이 사용자를 거부합니다. 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>Of the first {examined} rows, duplicates of others: {count}.</source>
        <translation>처음 데이터 {examined}개 가운데 중복: {count}개.</translation>
    </message>
    <message>
        <source>Only {first} may stand without its name; write the others as name=value.</source>
        <translation>이름 없이 쓸 수 있는 것은 {first}뿐입니다. 나머지는 이름=값으로 쓰세요.</translation>
    </message>
    <message>
        <source>Qt cannot be loaded, so no window can open: {problem}; use '{command}', which needs none.</source>
        <translation>Qt를 불러올 수 없어 창을 열 수 없습니다: {problem}. 화면이 필요 없는 '{command}'을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>Rows with the features of another row, but another class: {count}.</source>
        <translation>특징은 같은데 클래스가 다른 데이터: {count}개.</translation>
    </message>
    <message>
        <source>Say what to write: --onnx FILE, --script FILE, or both.</source>
        <translation>무엇을 쓸지 정하세요: --onnx FILE, --script FILE, 또는 둘 다.</translation>
    </message>
    <message>
        <source>The classes are unbalanced: {largest} has {most} rows, {smallest} has {least}.</source>
        <translation>클래스가 불균형합니다. 데이터 수: {largest} {most}개, {smallest} {least}개.</translation>
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
        <source>The name of the file to write is empty: give one.</source>
        <translation>쓸 파일의 이름이 비어 있습니다. 이름을 정하세요.</translation>
    </message>
    <message>
        <source>The network is too large for an ONNX file: those hold no more than 2 GB.</source>
        <translation>신경망이 너무 커서 ONNX 파일에 담을 수 없습니다. 2 GB까지만 됩니다.</translation>
    </message>
    <message>
        <source>The rows are still being read: play again in a moment.</source>
        <translation>데이터를 아직 읽는 중입니다. 잠시 후 다시 학습을 누르세요.</translation>
    </message>
    <message>
        <source>The script would hold {size} MB of weights and rows, more than the {most} MB that make sense: save the model instead.</source>
        <translation>스크립트에 가중치와 데이터가 {size} MB 들어가 {most} MB를 넘습니다. 대신 모델을 저장하세요.</translation>
    </message>
    <message>
        <source>The text on the clipboard is larger than 10 MB, so it is not an experiment.</source>
        <translation>클립보드의 텍스트가 10 MB보다 크므로 실험이 아닙니다.</translation>
    </message>
    <message>
        <source>The text on the clipboard is not an experiment. {problem}</source>
        <translation>클립보드의 텍스트는 실험이 아닙니다. {problem}</translation>
    </message>
    <message>
        <source>The text on the clipboard is not an experiment: that would begin with a brace.</source>
        <translation>클립보드의 텍스트는 실험이 아닙니다. 실험은 중괄호로 시작합니다.</translation>
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
        <source>There are no figures to export yet.</source>
        <translation>아직 내보낼 수치가 없습니다.</translation>
    </message>
    <message>
        <source>There are no rows to train on: choose a data source first.</source>
        <translation>학습할 데이터가 없습니다. 먼저 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There are {count} lanes: choose one of {lanes}.</source>
        <translation>레인이 {count}개입니다. 하나를 고르세요: {lanes}.</translation>
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
        <source>There is no lane {lane}; there are {names}.</source>
        <translation>{lane} 레인은 없습니다. 있는 레인은 {names}입니다.</translation>
    </message>
    <message>
        <source>There is no lane {name}: choose one of {lanes}.</source>
        <translation>{name}: 그런 레인이 없습니다. 있는 레인: {lanes}.</translation>
    </message>
    <message>
        <source>There is no network to export yet.</source>
        <translation>아직 내보낼 신경망이 없습니다.</translation>
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
        <source>There is no text on the clipboard: copy an experiment first.</source>
        <translation>클립보드에 텍스트가 없습니다. 먼저 실험을 복사하세요.</translation>
    </message>
    <message>
        <source>There is no view {name}; there are {names}.</source>
        <translation>{name} 보기는 없습니다. 있는 보기는 {names}입니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: make it smaller.</source>
        <translation>이 신경망에 쓸 메모리가 모자랍니다. 더 작게 만드세요.</translation>
    </message>
    <message>
        <source>This unsaved work is already open in another window.</source>
        <translation>저장하지 않은 이 작업은 이미 다른 창에 열려 있습니다.</translation>
    </message>
    <message>
        <source>Training stopped: {problem}.</source>
        <translation>학습이 멈췄습니다: {problem}.</translation>
    </message>
    <message>
        <source>Unsaved work is not kept safe just now: {problem}</source>
        <translation>지금은 저장하지 않은 작업을 보관하지 못합니다: {problem}</translation>
    </message>
    <message>
        <source>Write each setting as name=value.</source>
        <translation>설정은 이름=값으로 쓰세요.</translation>
    </message>
    <message>
        <source>{column} has {count} different values in {rows} rows: is it really the class?</source>
        <translation>{column}: 데이터 {rows}개에 서로 다른 값이 {count}개입니다. 정말 클래스인가요?</translation>
    </message>
    <message>
        <source>{count} columns never change, so they tell nothing ({columns}).</source>
        <translation>열 {count}개는 값이 늘 같아 아무것도 알려 주지 않습니다 ({columns}).</translation>
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
        <source>{file} has no column but {column}, so there is nothing to learn from.</source>
        <translation>{file}: {column} 말고는 열이 없어 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{file} has no column {label}; of its {count} columns ({columns}), {likeliest} is the likeliest label.</source>
        <translation>{file}: {label} 열이 없습니다. 열 {count}개({columns}) 가운데 레이블에 가장 가까운 것은 {likeliest}입니다.</translation>
    </message>
    <message>
        <source>{file} has {images} images, but {labels_file} has {labels} labels: the two do not belong together.</source>
        <translation>{file}: 이미지는 {images}개인데 {labels_file}의 레이블은 {labels}개입니다. 서로 짝이 아닙니다.</translation>
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
        <translation>{file}: 폴더나 장치입니다. 저장한 학습 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device: choose an experiment file.</source>
        <translation>{file}: 폴더나 장치입니다. 실험 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is a saved run, not a trained model: open it in the window, and save the model from there.</source>
        <translation>{file} 파일은 학습된 모델이 아니라 저장된 학습입니다. 창에서 열어 모델을 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is a saved run: open it in the window to go on where it stopped.</source>
        <translation>{file}: 저장된 실행입니다. 창에서 열어 멈춘 곳부터 이어 가세요.</translation>
    </message>
    <message>
        <source>{file} is a trained model, not a saved run: Open model goes on from it.</source>
        <translation>{file} 파일은 저장된 학습이 아니라 학습된 모델입니다. ‘모델 열기’로 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} is a trained model: evaluate it on rows, or open it in the window to go on from it.</source>
        <translation>{file}: 학습된 모델입니다. 행으로 평가하거나, 창에서 열어 이어서 학습하세요.</translation>
    </message>
    <message>
        <source>{file} is a {format} file: rows are read from CSV and IDX files.</source>
        <translation>{file} 파일은 {format} 형식입니다. 행은 CSV와 IDX 파일에서 읽습니다.</translation>
    </message>
    <message>
        <source>{file} is an IDX file without content.</source>
        <translation>{file}: 내용이 없는 IDX 파일입니다.</translation>
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
        <translation>{file}: 손상되었거나 저장한 학습이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file}: 손상되었습니다.</translation>
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
        <source>{file} is larger than 2 GB: use a part of it.</source>
        <translation>{file}: 2 GB보다 큽니다. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{file} is no experiment: if it holds rows to learn from, name an experiment and add --data {file}.</source>
        <translation>{file}: 실험이 아닙니다. 학습할 행이 들어 있다면 실험 이름을 쓰고 다음을 덧붙이세요: --data {file}.</translation>
    </message>
    <message>
        <source>{file} is not a model file: it has no {key}.</source>
        <translation>{file}: 모델 파일이 아닙니다. {key} 없음.</translation>
    </message>
    <message>
        <source>{file} is not a saved run: it has no {key}.</source>
        <translation>{file}: 저장한 학습이 아닙니다. {key} 없음.</translation>
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
        <source>{file} is one of the files that are read here, so it is not written over: choose another name.</source>
        <translation>{file}: 지금 읽고 있는 파일이므로 덮어쓰지 않습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is there already: give its whole name to replace it.</source>
        <translation>{file} 파일이 이미 있습니다. 바꾸려면 이름을 끝까지 입력하세요.</translation>
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
        <source>{file} was changed while it was read: open it again.</source>
        <translation>{file}: 읽는 동안 바뀌었습니다. 다시 여세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: the value is missing.</source>
        <translation>{file}, {line}번째 줄, 열 {column}: 값이 없습니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number.</source>
        <translation>{file}, {line}번째 줄, 열 {column}: 수가 아닙니다 ({value}).</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large a number.</source>
        <translation>{file}, {line}번째 줄, 열 {column}: 수가 너무 큽니다 ({value}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: column {position} has no name; name it, or delete it if it only numbers the rows.</source>
        <translation>{file}, {line}번째 줄: {position}번째 열에 이름이 없습니다. 이름을 붙이거나, 행 번호일 뿐이면 지우세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not readable as CSV ({reason}).</source>
        <translation>{file}, {line}번째 줄: CSV로 읽을 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: two columns are called {column}.</source>
        <translation>{file}, {line}번째 줄: 이름이 {column}인 열이 둘입니다.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {fields} fields, where the header has {columns}.</source>
        <translation>{file}, {line}번째 줄: 값이 {fields}개인데 제목 줄의 열은 {columns}개입니다.</translation>
    </message>
    <message>
        <source>{file}: a quotation mark is opened, but never closed.</source>
        <translation>{file}: 따옴표가 열린 채 닫히지 않았습니다.</translation>
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
        <source>{file}: the first line must name the columns, but it holds only numbers.</source>
        <translation>{file}: 첫 줄에는 열 이름이 있어야 하는데 수만 있습니다.</translation>
    </message>
    <message>
        <source>{file}: {column} has more than {most} different values: choose a column that holds classes.</source>
        <translation>{file}: {column} 열의 서로 다른 값이 {most}개를 넘습니다. 클래스가 든 열을 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {column} has {count} different values, more than the {most} classes that are possible: choose a column that holds classes.</source>
        <translation>{file}: {column} 열의 서로 다른 값이 {count}개로, 가능한 클래스 수 {most}개를 넘습니다. 클래스가 든 열을 고르세요.</translation>
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
        <source>{lane} has diverged, so it has no answers.</source>
        <translation>{lane} 레인은 발산하여 답할 수 없습니다.</translation>
    </message>
    <message>
        <source>{large} goes up to {high:.3g}, {small} only to {low:.3g}: standardized features count alike.</source>
        <translation>{large}: 최대 {high:.3g}, {small}: 최대 {low:.3g}. 표준화하면 특징들이 똑같이 쓰입니다.</translation>
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
        <source>{name} could not be downloaded from {mirrors} ({reason}): check the connection and try again, or put {file} into {folder} yourself.</source>
        <translation>{name}: {mirrors}에서 내려받지 못했습니다 ({reason}). 연결을 확인하고 다시 해 보거나, {file} 파일을 {folder} 폴더에 직접 넣으세요.</translation>
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
        <source>{name} has diverged at step {step}: look back to an earlier step to branch from it.</source>
        <translation>{name}: 스텝 {step}에서 발산했습니다. 이전 스텝으로 되돌아보면 거기서 분기할 수 있습니다.</translation>
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
        <source>{name} has {rows} rows, but train {train} + test {test} = {total} are asked for: lower one of them.</source>
        <translation>{name}: 데이터는 {rows}개인데 훈련 {train} + 테스트 {test} = {total}개를 요청했습니다. 하나를 줄이세요.</translation>
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
        <source>{path}: a lane may set {fields} and {last} only; the rest is structure, which all lanes share.</source>
        <translation>{path}: 레인에서 바꿀 수 있는 것은 {fields}, {last}뿐입니다. 나머지는 모든 레인이 공유하는 구조입니다.</translation>
    </message>
    <message>
        <source>{path}: given twice.</source>
        <translation>{path}: 두 번 주어졌습니다.</translation>
    </message>
    <message>
        <source>{path}: lanes can differ in {fields} only; the rest is structure, which all lanes share.</source>
        <translation>{path}: 레인마다 다를 수 있는 것은 {fields}뿐입니다. 나머지는 모든 레인이 공유하는 구조입니다.</translation>
    </message>
    <message>
        <source>{path}: missing.</source>
        <translation>{path}: 값이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: must be one of {expected}; got {value}.</source>
        <translation>{path}: 다음 중 하나여야 합니다: {expected} (입력: {value}).</translation>
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
        <source>{path}: the output layer has {units} units, but {name} has {classes} classes: they must be equal.</source>
        <translation>{path}: 출력층의 유닛은 {units}개인데 {name}의 클래스는 {classes}개입니다. 둘이 같아야 합니다.</translation>
    </message>
    <message>
        <source>{path}: the stack needs at least one dense layer, the last of which is the output.</source>
        <translation>{path}: 완전연결층이 하나 이상 있어야 합니다. 마지막 완전연결층이 출력입니다.</translation>
    </message>
    <message>
        <source>{path}: there is no such field in the stack.</source>
        <translation>{path}: 층에 그런 항목이 없습니다.</translation>
    </message>
    <message>
        <source>{path}: there is no such field in this experiment.</source>
        <translation>{path}: 이 실험에 그런 항목이 없습니다.</translation>
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
        <source>{path}: write {right} in place of {wrong}.</source>
        <translation>{path}: {wrong} 대신 {right}(으)로 쓰세요.</translation>
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
</context>
<context>
    <name>Exports</name>
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
</context>
<context>
    <name>Fields</name>
    <message>
        <source>A check counts as an improvement only if the test loss is more than this below the last improvement.</source>
        <translation>테스트 손실이 마지막 개선보다 이 값 넘게 낮아야 개선으로 칩니다.</translation>
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
        <source>Adds one learned offset to each unit.</source>
        <translation>유닛마다 학습되는 값을 하나 더합니다.</translation>
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
        <source>Check every</source>
        <translation>확인 간격</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
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
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>반감기</translation>
    </message>
    <message>
        <source>How batches are drawn: at random with replacement, as shuffled epochs, or all rows each step.</source>
        <translation>배치를 뽑는 방법입니다: 복원 추출, 섞어서 에폭마다, 또는 스텝마다 전체.</translation>
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
        <source>How features get a common size: divided by the largest value, standardized, or left alone.</source>
        <translation>특징의 크기를 맞추는 방법입니다: 최댓값으로 나누기, 표준화, 또는 그대로.</translation>
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
        <source>How many neurons the layer has: more can represent more, and memorize more.</source>
        <translation>층의 뉴런 수입니다. 많을수록 더 많이 표현하고, 더 많이 외웁니다.</translation>
    </message>
    <message>
        <source>How many rows are kept aside to see whether what was learned holds for rows never trained on.</source>
        <translation>배운 것이 처음 보는 데이터에도 통하는지 보려고 따로 둔 데이터의 수입니다.</translation>
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
        <source>How much each batch counts in the running mean and variance that testing uses.</source>
        <translation>테스트 때 쓰는 이동 평균과 분산에 배치 하나가 반영되는 정도입니다.</translation>
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
        <source>Over</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 횟수</translation>
    </message>
    <message>
        <source>Restore the best weights</source>
        <translation>최고 가중치 복원</translation>
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
        <source>Settings</source>
        <translation>설정</translation>
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
        <source>Source</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Stops a lane when its test loss no longer falls: the simplest remedy for overfitting.</source>
        <translation>테스트 손실이 더 줄지 않으면 레인을 멈춥니다. 과적합을 막는 가장 간단한 방법입니다.</translation>
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
        <source>The number of steps between two checks of the test loss, which is without the penalty.</source>
        <translation>테스트 손실(규제를 뺀 값)을 살펴보는 사이의 스텝 수입니다.</translation>
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
        <source>The share of training labels replaced by a wrong class; a net that fits them is memorizing.</source>
        <translation>훈련 레이블 가운데 틀린 클래스로 바꾼 비율입니다. 이것까지 맞히면 외우는 것입니다.</translation>
    </message>
    <message>
        <source>The share of units switched off at random in each step, so that none can rely on another.</source>
        <translation>스텝마다 무작위로 끄는 유닛의 비율입니다. 서로 의존하지 못하게 합니다.</translation>
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
        <source>Training rows</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛 수</translation>
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
        <source>What a lane's learning rate is multiplied by when its test loss no longer falls.</source>
        <translation>테스트 손실이 더 줄지 않을 때 레인의 학습률에 곱하는 값입니다.</translation>
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
        <source>What training makes small: cross-entropy punishes confident mistakes hardest, squared error less.</source>
        <translation>학습이 줄이려는 값입니다. 교차 엔트로피는 확신에 찬 오답을 가장 크게, 제곱 오차는 덜 벌합니다.</translation>
    </message>
    <message>
        <source>When a lane stops or the run ends, the lane returns to the weights with the lowest test loss, whatever the minimum change.</source>
        <translation>멈추거나 실행 끝에 이른 레인은 테스트 손실이 가장 낮았던 가중치로 돌아갑니다. 최소 변화는 여기에 상관없습니다.</translation>
    </message>
    <message>
        <source>Whether the lane is drawn; a hidden lane trains on, and comes back as if it had never gone.</source>
        <translation>레인을 그릴지 정합니다. 숨긴 레인도 계속 학습하므로, 다시 보이면 그대로 이어집니다.</translation>
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
        <translation>실험, 모델, 학습, 데이터 ({names})</translation>
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
        <translation>학습 열기</translation>
    </message>
    <message>
        <source>Paste experiment</source>
        <translation>실험 붙여넣기</translation>
    </message>
    <message>
        <source>Runs ({names})</source>
        <translation>학습 ({names})</translation>
    </message>
    <message>
        <source>Runs of an older version (*.npz)</source>
        <translation>이전 버전의 학습 (*.npz)</translation>
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
        <translation>학습 저장</translation>
    </message>
    <message>
        <source>Tables and pictures ({names})</source>
        <translation>표와 이미지 ({names})</translation>
    </message>
    <message>
        <source>The weights of {file}, after {steps} steps of training, those of step {step}. The run counts from 0.</source>
        <translation>{file}의 가중치입니다. {steps}단계 학습한 뒤 {step}단계의 가중치로 되돌린 것입니다. 실행은 0부터 셉니다.</translation>
    </message>
    <message>
        <source>The weights of {file}, after {steps} steps of training. The run counts from 0.</source>
        <translation>{file}의 가중치를 {steps}단계 학습한 상태로 가져왔습니다. 단계는 0부터 다시 셉니다.</translation>
    </message>
    <message>
        <source>{data} is scaled differently than in its training, so its figures differ.</source>
        <translation>{data}의 스케일이 모델을 학습할 때와 달라 결과 수치도 다릅니다.</translation>
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
        <source>Press Play and watch how much of the gradient reaches the first layers</source>
        <translation>학습을 누르면 기울기가 앞쪽 층까지 얼마나 닿는지 보입니다</translation>
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
        <translation>폭주: 한 스텝에 10분의 1 넘게 변함</translation>
    </message>
    <message>
        <source>exploding: above {limit}</source>
        <translation>폭주: {limit} 초과</translation>
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
        <source>First setting</source>
        <translation>첫째 설정</translation>
    </message>
    <message>
        <source>One setting only: a row of lanes.</source>
        <translation>설정 하나만: 레인 한 줄입니다.</translation>
    </message>
    <message>
        <source>Second setting</source>
        <translation>둘째 설정</translation>
    </message>
    <message>
        <source>The initializations to compare: tick as many as you like.</source>
        <translation>비교할 초기화입니다. 원하는 만큼 고르세요.</translation>
    </message>
    <message>
        <source>The values to compare: each gets lanes of its own.</source>
        <translation>비교할 값들입니다. 값마다 레인이 생깁니다.</translation>
    </message>
    <message>
        <source>Tick at least one initialization.</source>
        <translation>초기화를 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>GridStrip</name>
    <message>
        <source>Choose two settings that differ.</source>
        <translation>서로 다른 설정 두 개를 고르세요.</translation>
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
        <source>One lane for every combination of the values, in place of those there are.</source>
        <translation>지금 레인 대신 값의 조합마다 레인을 하나씩 만듭니다.</translation>
    </message>
    <message>
        <source>There can be at most {most} lanes.</source>
        <translation>레인은 {most}개까지 됩니다.</translation>
    </message>
    <message>
        <source>There is no dropout layer: add one to the stack to compare its rates.</source>
        <translation>드롭아웃 층이 없습니다. 비율을 비교하려면 층을 추가하세요.</translation>
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
        <source>Choose its colour</source>
        <translation>레인 색 고르기</translation>
    </message>
    <message>
        <source>Copy or paste the experiment, outside of text</source>
        <translation>실험 복사, 붙여넣기 (입력란 밖)</translation>
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
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>학습 다시 따라가기</translation>
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
        <translation>수 입력</translation>
    </message>
    <message>
        <source>Open an experiment, a model or a table</source>
        <translation>실험, 모델, 표 열기</translation>
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
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Zoom in and out around the pointer</source>
        <translation>마우스 자리에서 확대하거나 축소</translation>
    </message>
</context>
<context>
    <name>LaneChips</name>
    <message>
        <source>25 lanes, five penalties by five dropout rates, as a live map: where do the two remedies meet?</source>
        <translation>규제 다섯 × 드롭아웃 비율 다섯, 레인 25개의 실시간 지도: 두 처방은 어디에서 만날까요?</translation>
    </message>
    <message>
        <source>Any one or two settings with values of your own: opens a strip below to spell them out.</source>
        <translation>설정 한두 개를 원하는 값으로 비교합니다. 아래에 값을 적는 줄이 열립니다.</translation>
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
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Each lane five times, with other random draws: is a difference real, or is it luck?</source>
        <translation>레인마다 난수를 바꿔 다섯 번: 차이가 진짜일까요, 운일까요?</translation>
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
        <source>Initializations</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation>L2 λ</translation>
    </message>
    <message>
        <source>More comparisons</source>
        <translation>다른 비교</translation>
    </message>
    <message>
        <source>Seeds × 5</source>
        <translation>시드 × 5</translation>
    </message>
    <message>
        <source>The comparisons that there is no room for.</source>
        <translation>자리가 모자라 숨긴 비교입니다.</translation>
    </message>
    <message>
        <source>There is no dropout layer: add one to the stack to compare its rates.</source>
        <translation>드롭아웃 층이 없습니다. 비율을 비교하려면 층을 추가하세요.</translation>
    </message>
    <message>
        <source>Three lanes that differ only in how their weights start: naive, Xavier and He. Which ones learn?</source>
        <translation>가중치 초기화만 다른 레인 셋: 단순, Xavier, He. 어느 것이 학습할까요?</translation>
    </message>
    <message>
        <source>{count} settings five times would be more than {most} lanes.</source>
        <translation>설정 {count}개를 다섯 번 하면 레인이 {most}개를 넘습니다.</translation>
    </message>
    <message>
        <source>λ × dropout</source>
        <translation>λ × 드롭아웃</translation>
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
        <source>Early stopping: its test loss no longer fell. Its weights are those of step {best} again.</source>
        <translation>조기 종료: 테스트 손실이 더 줄지 않았습니다. 가중치는 스텝 {best}의 것으로 돌아갔습니다.</translation>
    </message>
    <message>
        <source>Early stopping: its test loss no longer fell; it was lowest at step {best}.</source>
        <translation>조기 종료: 테스트 손실이 더 줄지 않았습니다. 가장 낮은 스텝은 {best}입니다.</translation>
    </message>
    <message>
        <source>Its numbers grew until they were no longer finite: a smaller learning rate helps.</source>
        <translation>값이 한없이 커졌습니다. 학습률을 줄이면 나아집니다.</translation>
    </message>
    <message>
        <source>The run is over: its weights are those of step {best}, where its test loss was lowest.</source>
        <translation>실행이 끝났습니다: 가중치는 테스트 손실이 가장 낮았던 스텝 {best}의 것입니다.</translation>
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
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 종료</translation>
    </message>
    <message>
        <source>stopped at step {step}, weights of step {best}</source>
        <translation>{step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>학습 정확도 {0}, 테스트 정확도 {1}, 격차 {2}, 학습 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
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
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 종료</translation>
    </message>
    <message>
        <source>stopped at step {step}, weights of step {best}</source>
        <translation>{step}스텝에서 멈춤, {best}스텝의 가중치</translation>
    </message>
    <message>
        <source>train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}</source>
        <translation>학습 정확도 {0}, 테스트 정확도 {1}, 격차 {2}, 학습 손실 {3}, 테스트 손실 {4}, 규제 {5}</translation>
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
        <translation>기울기 폭주: 거꾸로 가며 너무 커져 앞쪽 층이 지나칩니다.</translation>
    </message>
    <message>
        <source>The gradient vanishes: on its way back it becomes so small that the first layers hardly learn.</source>
        <translation>기울기 소실: 거꾸로 가며 너무 작아져 앞쪽 층이 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>explodes</source>
        <translation>폭주</translation>
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
        <source>Test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>테스트 손실</translation>
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
    <name>LanesPanel</name>
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
        <source>Every lane as a row, with its settings to edit.</source>
        <translation>레인을 한 줄씩, 고칠 수 있는 설정과 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
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
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제</translation>
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
        <source>Table</source>
        <translation>표</translation>
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
        <source>The grid of the lanes in colours: see at a glance where it is best.</source>
        <translation>레인의 격자를 색으로 보여 줍니다. 어디가 가장 좋은지 한눈에 보입니다.</translation>
    </message>
    <message>
        <source>The last lane stays: it is the network itself.</source>
        <translation>마지막 레인은 남습니다. 신경망 자체입니다.</translation>
    </message>
    <message>
        <source>The same on the test rows, without the penalty: when it rises while the train loss falls, the lane overfits.</source>
        <translation>테스트 행에서의 같은 값으로, 규제를 뺀 것입니다: 학습 손실이 내려가는데 이 값이 올라가면 그 레인은 과적합합니다.</translation>
    </message>
    <message>
        <source>The share of rows never trained on that are classified right: what counts. Green is the best.</source>
        <translation>학습에 쓰지 않은 데이터 가운데 맞힌 비율로, 정말 중요한 값입니다. 초록색이 가장 좋은 레인입니다.</translation>
    </message>
    <message>
        <source>The share of training rows that are classified right: what the lane has learned by heart.</source>
        <translation>훈련 데이터 가운데 맞힌 비율로, 레인이 외운 정도입니다.</translation>
    </message>
    <message>
        <source>There are {count} lanes, which is as many as there can be.</source>
        <translation>레인이 {count}개로, 더 늘릴 수 없습니다.</translation>
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
        <source>Train loss</source>
        <translation>훈련 손실</translation>
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
    <name>LayerHeading</name>
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
        <source>exploding</source>
        <translation>폭주</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>이론</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>소실</translation>
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
        <source>Point between two rows to insert a layer there.</source>
        <translation>두 층 사이에 마우스를 대면 그 자리에 층을 넣을 수 있습니다.</translation>
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
    <name>LayersPanel</name>
    <message>
        <source>1 feature</source>
        <translation>특징 1개</translation>
    </message>
    <message>
        <source>A net needs at least one dense layer: the last one is its output, so it stays.</source>
        <translation>신경망에는 완전연결층이 하나 이상 있어야 합니다. 마지막 완전연결층은 출력이므로 남습니다.</translation>
    </message>
    <message>
        <source>All but dropout go before the output layer.</source>
        <translation>드롭아웃 말고는 출력층 앞에 놓입니다.</translation>
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
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>특징 {count}개</translation>
    </message>
    <message>
        <source>{count} layers selected</source>
        <translation>층 {count}개 선택됨</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
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
        <translation>학습</translation>
    </message>
    <message>
        <source>Reading {source} …</source>
        <translation>{source} 읽는 중 …</translation>
    </message>
    <message>
        <source>Remedy: {what}</source>
        <translation>처방: {what}</translation>
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
        <translation>학습을 저장했습니다: {path}</translation>
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
    <name>MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>이 메시지를 숨깁니다</translation>
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
    <name>OverrideMark</name>
    <message>
        <source>All lanes share the structure of the net: choose “All lanes” above to change this.</source>
        <translation>신경망의 구조는 모든 레인이 공유합니다. 바꾸려면 위에서 “모든 레인”을 고르세요.</translation>
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
        <source>Press Play and watch data and penalty pull at the weights</source>
        <translation>학습을 누르면 데이터와 규제가 가중치를 당기는 것이 보입니다</translation>
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
    <name>Plot</name>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
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
        <source>None yet: keep training and watch.</source>
        <translation>아직 없습니다. 계속 학습하며 지켜보세요.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>없습니다.</translation>
    </message>
    <message>
        <source>Press Play and see what is taken for what.</source>
        <translation>학습을 누르면 무엇을 무엇으로 보는지 나옵니다.</translation>
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
        <source>Test row {row}: {truth} was taken for {taken}, {share} sure</source>
        <translation>테스트 데이터 {row}: 정답 {truth}, 예측 {taken}, 확신 {share}</translation>
    </message>
    <message>
        <source>The most confident mistakes</source>
        <translation>가장 확신한 오답</translation>
    </message>
    <message>
        <source>The test rows that the lane is most surely wrong about</source>
        <translation>레인이 가장 확신하며 틀린 테스트 데이터</translation>
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
        <source>Which classes are taken for which, counted on test rows</source>
        <translation>어느 클래스를 어느 클래스로 보는지 테스트 데이터로 셉니다</translation>
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
        <source>truth → what it was taken for, and how surely; {count} mistakes, the surest first</source>
        <translation>정답 → 예측과 확신; 오답 {count}개, 확신이 큰 것부터</translation>
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
        <source>{truth} was recognized in {count} of {rows} rows ({share})</source>
        <translation>{truth}: 데이터 {rows}개 중 {count}개 맞힘 ({share})</translation>
    </message>
    <message>
        <source>{truth} was taken for {prediction} in {count} of {rows} rows</source>
        <translation>정답 {truth}, 예측 {prediction}: 데이터 {rows}개 중 {count}개</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>A penalty of 0.3 pulls every weight to zero before the data can say anything; a thirtieth of it only calms them.</source>
        <translation>규제 0.3은 데이터가 힘쓰기도 전에 모든 가중치를 0으로 당깁니다. 30분의 1이면 차분하게만 합니다.</translation>
    </message>
    <message>
        <source>A small tanh net unwinds two spirals; ten times the learning rate never settles, a tenth of it takes far longer.</source>
        <translation>작은 tanh 신경망이 두 나선을 풀어냅니다. 학습률이 열 배면 안정되지 못하고, 10분의 1이면 훨씬 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Dead ReLU</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>Dropout: which rate?</source>
        <translation>드롭아웃: 어떤 비율?</translation>
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
        <source>Five hidden layers with He initialization, L2 and dropout learn handwritten digits from 300 rows.</source>
        <translation>He 초기화, L2, 드롭아웃을 쓴 은닉층 다섯이 손글씨 숫자 300개로 배웁니다.</translation>
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
        <source>Memorized labels</source>
        <translation>외운 레이블</translation>
    </message>
    <message>
        <source>Naive weights push tanh to its ends, where the slope is nearly zero: the net learns its rows by heart and little else; Xavier keeps it in the middle.</source>
        <translation>단순 초기화는 tanh를 기울기가 거의 0인 양 끝으로 밀어내 데이터를 외우기만 합니다. Xavier는 가운데에 머물게 합니다.</translation>
    </message>
    <message>
        <source>Naive, Xavier, He</source>
        <translation>단순, Xavier, He</translation>
    </message>
    <message>
        <source>Neither, L2 alone, dropout alone and both, side by side against the same wrong labels.</source>
        <translation>둘 다 없음, L2만, 드롭아웃만, 둘 다를 같은 틀린 레이블로 나란히 비교합니다.</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>기준 실험</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>포화</translation>
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
        <source>The same ten hidden layers with three starting scales: the naive one diverges at once, Xavier crawls, He learns.</source>
        <translation>같은 은닉층 열 개를 세 가지 크기로 시작합니다. 단순 초기화는 곧바로 발산하고, Xavier는 더디고, He는 배웁니다.</translation>
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
        <source>With four of five units off in each of three layers hardly a path is left for the signal; with one of five off all goes well.</source>
        <translation>세 층에서 유닛 다섯 중 넷을 끄면 신호가 지날 길이 거의 없습니다. 다섯 중 하나만 끄면 잘 배웁니다.</translation>
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
        <source>{date} · step {step}, epoch {epoch} · trained for {seconds} s</source>
        <translation>{date} · 스텝 {step}, 에폭 {epoch} · 학습 시간 {seconds}초</translation>
    </message>
    <message>
        <source>{features} features, {classes} classes</source>
        <translation>특징 {features}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{train} for training, {test} for testing, of {total}</source>
        <translation>전체 {total}개 중 훈련 {train}개, 테스트 {test}개</translation>
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
        <source>Copy details</source>
        <translation>내용 복사</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>로그 폴더</translation>
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
    <name>Session</name>
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
        <source>Choose data and layers that fit, and their start is predicted here</source>
        <translation>서로 맞는 데이터와 층을 고르면 시작 때의 모습이 보입니다</translation>
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
        <source>No lane that is shown has a signal: those that diverged have none</source>
        <translation>보이는 레인 중에 신호가 있는 것이 없습니다. 발산한 레인에는 신호가 없습니다</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Press Play, and watch the signal on its way through the layers</source>
        <translation>학습을 누르면 신호가 층을 지나는 것이 보입니다</translation>
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
        <source>The signal in the networks as they are at this step.</source>
        <translation>이 스텝의 신경망을 지나는 신호입니다.</translation>
    </message>
    <message>
        <source>This network is too large to be tried out</source>
        <translation>신경망이 너무 커서 미리 해 볼 수 없습니다</translation>
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
        <source>A CSV table with a column of classes, or IDX images.</source>
        <translation>클래스 열이 있는 CSV 표 또는 IDX 이미지입니다.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>{features} features · {classes} classes</source>
        <translation>특징 {features}개 · 클래스 {classes}개</translation>
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
        <translation>학습 타임라인</translation>
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
        <source>by the test loss</source>
        <translation>테스트 손실로</translation>
    </message>
    <message>
        <source>endless</source>
        <translation>끝없이</translation>
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
        <source>How often every training row has been seen, on average</source>
        <translation>훈련 데이터를 평균 몇 번 보았는지</translation>
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
        <source>{step} of {newest}</source>
        <translation>{newest} 중 {step}</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Accuracy says how often the lane is wrong; here is where: what it takes for what, and how surely.</source>
        <translation>정확도는 얼마나 자주 틀리는지를 말하고, 여기서는 무엇을 무엇으로, 얼마나 확신하며 틀리는지 봅니다.</translation>
    </message>
    <message>
        <source>All that a net has learned is in how its weights differ from the chance they started as (outlined).</source>
        <translation>신경망이 배운 것은 모두, 가중치가 무작위 시작값(윤곽선)에서 달라진 만큼에 담겨 있습니다.</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>결정 경계</translation>
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
        <source>Each layer passes a signal on: where it keeps its size, deep layers can learn; where it explodes or vanishes, they cannot.</source>
        <translation>층은 신호를 다음 층에 넘깁니다. 크기가 유지되면 깊은 층도 배우고, 폭발하거나 사라지면 배우지 못합니다.</translation>
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
        <source>L2 pulls every weight to zero by λw, L1 by a fixed λ₁: a weight stays only where the data pushes harder.</source>
        <translation>L2는 모든 가중치를 λw만큼, L1은 일정한 λ₁만큼 0으로 당깁니다. 데이터가 더 세게 미는 가중치만 남습니다.</translation>
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
        <source>Signals</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What a lane would answer everywhere: pale means unsure. Filled points are training rows, hollow ones test rows.</source>
        <translation>레인이 자리마다 내놓을 답입니다. 옅을수록 확신이 없습니다. 채운 점은 훈련, 빈 점은 테스트 데이터입니다.</translation>
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
        <source>Press Play and watch the weights leave the place where they were drawn</source>
        <translation>학습을 누르면 가중치가 처음 뽑힌 자리를 떠나는 것이 보입니다</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>An ordinary edit, which you can undo: press play again and see.</source>
        <translation>되돌릴 수 있는 보통 편집입니다. 다시 학습을 눌러 보세요.</translation>
    </message>
    <message>
        <source>The numbers that this sentence comes from</source>
        <translation>이 문장의 근거가 되는 수치입니다</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
</context>
</TS>
