<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>Back to the same starting weights, as the seed gives them</source>
        <translation>시드가 정하는 같은 초기 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>되돌린 편집을 다시 적용합니다</translation>
    </message>
    <message>
        <source>Open an experiment, or a table of your own data</source>
        <translation>실험 파일이나 직접 만든 데이터 표를 엽니다</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>모델 열기…</translation>
    </message>
    <message>
        <source>Open trained weights from a NumPy file, and go on from them</source>
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
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>학습</translation>
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
        <source>Reseed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
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
        <source>Save the experiment in another file</source>
        <translation>실험을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save the experiment: the recipe, without the trained weights</source>
        <translation>학습된 가중치를 뺀 실험 설정을 저장합니다</translation>
    </message>
    <message>
        <source>Save the trained weights of all lanes as a NumPy file</source>
        <translation>모든 레인의 학습된 가중치를 NumPy 파일로 저장합니다</translation>
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
        <source>Take the last edit back</source>
        <translation>마지막 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>Train for a single step: one batch, one update of the weights</source>
        <translation>한 스텝만 학습합니다: 배치 하나로 가중치를 한 번 갱신합니다</translation>
    </message>
    <message>
        <source>Train, and watch the curves move; press again to pause</source>
        <translation>학습하며 곡선을 지켜봅니다. 다시 누르면 멈춥니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>한국어</source>
        <translation>English</translation>
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
        <source>By the maximum</source>
        <translation>최댓값으로</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
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
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Features are divided by the largest value in the file.</source>
        <translation>특징을 파일에서 가장 큰 값으로 나눕니다.</translation>
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
    <name>CurveHeader</name>
    <message>
        <source>A logarithmic axis shows small and huge losses at once</source>
        <translation>로그 축은 작은 손실과 큰 손실을 한눈에 보여 줍니다</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
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
        <source>steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}</source>
        <translation>{name}: 스텝 {step}에서 발산</translation>
    </message>
</context>
<context>
    <name>DataForm</name>
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
        <source>Learn from your own rows: a CSV table with a column of classes, or IDX images.</source>
        <translation>내 데이터로 학습합니다: 클래스 열이 있는 CSV 표 또는 IDX 이미지.</translation>
    </message>
    <message>
        <source>Open your own data</source>
        <translation>내 데이터 열기</translation>
    </message>
    <message>
        <source>{rows} rows, 1 feature, {classes} classes</source>
        <translation>데이터 {rows}개, 특징 1개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{rows} rows, {features} features, {classes} classes</source>
        <translation>데이터 {rows}개, 특징 {features}개, 클래스 {classes}개</translation>
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
    <name>DenseRow</name>
    <message>
        <source>The output layer has one unit for each class of the data.</source>
        <translation>출력층은 데이터의 클래스마다 유닛을 하나씩 가집니다.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>--set {setting}: write PATH=VALUE, such as layers.*.l2=0.01.</source>
        <translation>--set {setting}: layers.*.l2=0.01처럼 PATH=VALUE로 쓰세요.</translation>
    </message>
    <message>
        <source>An experiment is a JSON object with fields such as name, data and layers.</source>
        <translation>실험은 name, data, layers 같은 항목을 가진 JSON 객체입니다.</translation>
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
        <source>The rows are still being read: play again in a moment.</source>
        <translation>데이터를 아직 읽는 중입니다. 잠시 후 다시 학습을 누르세요.</translation>
    </message>
    <message>
        <source>There are no rows to train on: choose a data source first.</source>
        <translation>학습할 데이터가 없습니다. 먼저 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There is no display here to open the window on; use 'playground train {source}', which needs none.</source>
        <translation>창을 열 화면이 없습니다. 화면 없이 되는 'playground train {source}'를 쓰세요.</translation>
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
        <source>There is not enough memory for this network: make it smaller.</source>
        <translation>이 신경망에 쓸 메모리가 모자랍니다. 더 작게 만드세요.</translation>
    </message>
    <message>
        <source>Training stopped: {problem}.</source>
        <translation>학습이 멈췄습니다: {problem}.</translation>
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
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file}: 쓸 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>{file} cannot hold both the model and the history.</source>
        <translation>{file}: 모델과 기록을 한 파일에 함께 저장할 수 없습니다.</translation>
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
        <source>{file} is a folder or a device: choose an experiment file.</source>
        <translation>{file}: 폴더나 장치입니다. 실험 파일을 고르세요.</translation>
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
        <source>{file} is not a model file: it has no {key}.</source>
        <translation>{file}: 모델 파일이 아닙니다. {key} 없음.</translation>
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
        <source>{file} is not readable as CSV ({reason}).</source>
        <translation>{file}: CSV로 읽을 수 없습니다 ({reason}).</translation>
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
        <source>{file} needs more than 2 GB of memory.</source>
        <translation>{file}: 메모리가 2 GB 넘게 필요합니다.</translation>
    </message>
    <message>
        <source>{file} needs more than 2 GB of memory: use a part of it.</source>
        <translation>{file}: 메모리가 2 GB 넘게 필요합니다. 일부만 쓰세요.</translation>
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
        <source>{path}: a lane may set initialization, l1, l2, rate, optimizer.learning_rate and seed only; the rest is structure, which all lanes share.</source>
        <translation>{path}: 레인에서 바꿀 수 있는 것은 initialization, l1, l2, rate, optimizer.learning_rate, seed뿐입니다. 나머지는 모든 레인이 공유하는 구조입니다.</translation>
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
        <source>{path}: {problem}; got {value}.</source>
        <translation>{path}: {problem} (입력: {value}).</translation>
    </message>
    <message>
        <source>{source} is neither a file nor one of the presets: {presets}.</source>
        <translation>{source}: 파일도 예제도 아닙니다. 예제: {presets}.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>A small number that keeps the division safe where gradients are nearly zero.</source>
        <translation>기울기가 0에 가까울 때 나눗셈을 안전하게 하는 작은 수입니다.</translation>
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
        <source>Dropout rate</source>
        <translation>드롭아웃 비율</translation>
    </message>
    <message>
        <source>Dropout scaling</source>
        <translation>드롭아웃 보정</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
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
        <source>How many steps to train before pausing by itself.</source>
        <translation>저절로 멈출 때까지 학습할 스텝 수입니다.</translation>
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
        <source>Test rows</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>The CSV column that holds the class of each row.</source>
        <translation>행마다 클래스가 적힌 CSV 열입니다.</translation>
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
        <source>The rows to learn from: bundled digits, a two-feature toy, a download, or your own file.</source>
        <translation>학습할 데이터입니다: 내장 숫자, 2차원 예제, 내려받기, 또는 내 파일.</translation>
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
        <source>Weight decay</source>
        <translation>가중치 감소</translation>
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
        <source>What training makes small: cross-entropy punishes confident mistakes hardest, squared error less.</source>
        <translation>학습이 줄이려는 값입니다. 교차 엔트로피는 확신에 찬 오답을 가장 크게, 제곱 오차는 덜 벌합니다.</translation>
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
        <source>Data source</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>실험 (*.json)</translation>
    </message>
    <message>
        <source>Experiments, models and data (*.json *.npz *.csv *.gz *ubyte*);;All files (*)</source>
        <translation>실험, 모델, 데이터 (*.json *.npz *.csv *.gz *ubyte*);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Models (*.npz)</source>
        <translation>모델 (*.npz)</translation>
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
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>모델 저장</translation>
    </message>
    <message>
        <source>Tables and pictures (*.csv *.gz *ubyte*);;All files (*)</source>
        <translation>표와 이미지 (*.csv *.gz *ubyte*);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>LaneFigures</name>
    <message>
        <source>diverged at step {step}</source>
        <translation>스텝 {step}에서 발산</translation>
    </message>
    <message>
        <source>train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}</source>
        <translation>훈련 정확도 {0}, 테스트 정확도 {1}, 차이 {2}, 훈련 손실 {3}, 테스트 손실 {4}</translation>
    </message>
</context>
<context>
    <name>LaneRow</name>
    <message>
        <source>Lane {name}: {field}</source>
        <translation>레인 {name}: {field}</translation>
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
    <name>LaneSwatch</name>
    <message>
        <source>Mark of lane {number}</source>
        <translation>레인 {number}의 표시</translation>
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
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare {what}</source>
        <translation>{what} 비교</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
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
        <source>Four lanes from no L2 penalty to too much: see the gap between train and test accuracy close.</source>
        <translation>L2 규제가 없는 것부터 지나친 것까지 레인 넷: 훈련 정확도와 테스트 정확도의 차이가 줄어듭니다.</translation>
    </message>
    <message>
        <source>Four lanes from no dropout to too much: see where memorizing stops and learning stops too.</source>
        <translation>드롭아웃이 없는 것부터 지나친 것까지 레인 넷: 어디서 외우기가 멈추고, 어디서 학습도 멈추는지 봅니다.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>차이</translation>
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
        <source>Lanes</source>
        <translation>레인</translation>
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
        <source>Test acc.</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>The last lane stays: it is the network itself.</source>
        <translation>마지막 레인은 남습니다. 신경망 자체입니다.</translation>
    </message>
    <message>
        <source>The same on the test rows: when it rises while the train loss falls, the lane overfits.</source>
        <translation>테스트 데이터의 손실입니다. 훈련 손실은 줄어드는데 이것이 커지면 과적합입니다.</translation>
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
        <source>There is no dropout layer: add one to the stack to compare its rates.</source>
        <translation>드롭아웃 층이 없습니다. 비율을 비교하려면 층을 추가하세요.</translation>
    </message>
    <message>
        <source>Three lanes that differ only in how their weights start: naive, Xavier and He. Which ones learn?</source>
        <translation>가중치 초기화만 다른 레인 셋: 단순, Xavier, He. 어느 것이 학습할까요?</translation>
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
        <source>What training makes small: the mean error on the training rows, plus the L1 and L2 penalty.</source>
        <translation>학습이 줄이려는 값입니다: 훈련 데이터의 평균 오차에 L1, L2 규제를 더합니다.</translation>
    </message>
    <message>
        <source>add some to train networks side by side</source>
        <translation>레인을 추가하면 나란히 학습합니다</translation>
    </message>
    <message>
        <source>same batches, same random draws: what differs is what you set</source>
        <translation>배치와 난수가 같으니, 다른 것은 설정뿐입니다</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
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
        <source>Move the selected layer towards the input; dragging its row does the same.</source>
        <translation>선택한 층을 입력 쪽으로 옮깁니다. 끌어서 옮겨도 됩니다.</translation>
    </message>
    <message>
        <source>Move the selected layer towards the output; dragging its row does the same.</source>
        <translation>선택한 층을 출력 쪽으로 옮깁니다. 끌어서 옮겨도 됩니다.</translation>
    </message>
    <message>
        <source>Put a copy behind the selected layer, to make the net deeper.</source>
        <translation>선택한 층 뒤에 사본을 넣어 신경망을 더 깊게 합니다.</translation>
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
    <name>LayerRow</name>
    <message>
        <source>Layer {number} {field}</source>
        <translation>층 {number} {field}</translation>
    </message>
    <message>
        <source>Layer {number}: {kind}</source>
        <translation>층 {number}: {kind}</translation>
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
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>1 feature</source>
        <translation>특징 1개</translation>
    </message>
    <message>
        <source>How many numbers one lane learns: all weights and biases.</source>
        <translation>레인 하나가 학습하는 수의 개수: 모든 가중치와 편향입니다.</translation>
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
    <name>MainWindow</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
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
        <source>The model was saved as {path}.</source>
        <translation>모델을 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>The other lanes go on.</source>
        <translation>다른 레인은 계속합니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>{name} diverged at step {step}: its numbers grew until they were no longer finite. {others}</source>
        <translation>{name}: 스텝 {step}에서 발산했습니다. 값이 한없이 커졌습니다. {others}</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Lane {number}</source>
        <translation>레인 {number}</translation>
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
    <name>NumberEdit</name>
    <message>
        <source>{title} goes {range}. Escape brings the old value back.</source>
        <translation>{title}의 범위는 {range}입니다. Esc를 누르면 이전 값으로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Set by lane {lanes} in the lanes table: this value is for the other lanes.</source>
        <translation>레인 표의 {lanes}에서 따로 정했습니다. 이 값은 다른 레인에 쓰입니다.</translation>
    </message>
    <message>
        <source>Set by lane {lanes} in the lanes table: this value is not used.</source>
        <translation>레인 표의 {lanes}에서 정하므로 이 값은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>Set by lanes {lanes} in the lanes table: this value is for the other lanes.</source>
        <translation>레인 표의 {lanes}에서 따로 정했습니다. 이 값은 다른 레인에 쓰입니다.</translation>
    </message>
    <message>
        <source>Set by lanes {lanes} in the lanes table: this value is not used.</source>
        <translation>레인 표의 {lanes}에서 정하므로 이 값은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>{lanes} and {count} more</source>
        <translation>{lanes} 외 {count}개</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>step {step:,}</source>
        <translation>스텝 {step:,}</translation>
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
    <name>Presets</name>
    <message>
        <source>A small tanh net unwinds two spirals; ten times the learning rate never settles, a tenth of it takes far longer.</source>
        <translation>작은 tanh 신경망이 두 나선을 풀어냅니다. 학습률이 열 배면 안정되지 못하고, 10분의 1이면 훨씬 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Dropout: which rate?</source>
        <translation>드롭아웃: 어떤 비율?</translation>
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
        <source>Naive, Xavier, He</source>
        <translation>단순, Xavier, He</translation>
    </message>
    <message>
        <source>Neither, L2 alone, dropout alone and both, side by side against the same wrong labels.</source>
        <translation>둘 다 없음, L2만, 드롭아웃만, 둘 다를 같은 틀린 레이블로 나란히 비교합니다.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>기준 실험</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>The same ten hidden layers with three starting scales: the naive one diverges at once, Xavier crawls, He learns.</source>
        <translation>같은 은닉층 열 개를 세 가지 크기로 시작합니다. 단순 초기화는 곧바로 발산하고, Xavier는 더디고, He는 배웁니다.</translation>
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
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Every step looks at all training rows.</source>
        <translation>스텝마다 훈련 데이터를 모두 봅니다.</translation>
    </message>
    <message>
        <source>How a gradient becomes a step: straight down the slope, with momentum, or scaled by weight.</source>
        <translation>기울기를 스텝으로 바꾸는 방법입니다: 곧장 내려가기, 모멘텀, 또는 가중치별 조절.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>There is no dropout layer in the stack.</source>
        <translation>드롭아웃 층이 없습니다.</translation>
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
</context>
</TS>
