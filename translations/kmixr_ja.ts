<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>kmixr::client::Wiring</name>
    <message>
        <source>Take the card away once, then show it again</source>
        <translation>いったんカードを離して、もう一度見せてください</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::AccountPane</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>ID and password</source>
        <translation>IDとパスワード</translation>
    </message>
    <message>
        <source>The PIN is right. The council&apos;s server asks for your ID and password once more.</source>
        <translation>暗証番号を確認しました。つづけて、協議会から届いたIDとパスワードを入れてください。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::BriefModel</name>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::CameraView</name>
    <message>
        <source>Camera picture</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <extracomment>On the scan page, in place of the camera&apos;s picture</extracomment>
        <translation>カメラを準備しています…</translation>
    </message>
    <message>
        <source>No camera is connected</source>
        <translation>カメラが見つかりません</translation>
    </message>
    <message>
        <source>Connect the webcam to a USB port. The picture comes by itself.</source>
        <translation>カメラのふたを開け、USBカメラなら差し直してください。つながると自動で映ります。</translation>
    </message>
    <message>
        <source>Another program is using the camera</source>
        <translation>ほかのソフトがカメラを使っています</translation>
    </message>
    <message>
        <source>Close video calls and other programs that use the camera. The picture comes by itself.</source>
        <translation>ビデオ会議など、カメラを使うソフトを閉じてください。閉じると自動で映ります。</translation>
    </message>
    <message>
        <source>The camera sends no picture</source>
        <translation>カメラから映像が届きません</translation>
    </message>
    <message>
        <source>Trying again. If this stays, unplug the camera and plug it in again.</source>
        <translation>つなぎ直しています。つづくときは、カメラを差し直してください。</translation>
    </message>
    <message>
        <source>The camera was unplugged</source>
        <translation>カメラが外れました</translation>
    </message>
    <message>
        <source>Plug the camera in again. The picture comes by itself.</source>
        <translation>カメラを差し直してください。つながると自動で映ります。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::Corner</name>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::CountedMenu</name>
    <message>
        <source>%1: %2</source>
        <comment>an ingredient, the drugs that hold it</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between lines read aloud</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Counted (oral, 14 days and more, by estimate; one ingredient counts once):</source>
        <translation>数えた成分(内服・14日以上処方・同一成分は1と数える・服用は推定):</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DecadeStrip</name>
    <message>
        <source>Ten years of surgery and admissions</source>
        <translation>10年の手術・入院</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Admissions</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>Surgery, %1, %2</source>
        <translation>手術、%1、%2</translation>
    </message>
    <message>
        <source>Admission, %1, %2 to %3, %4 days</source>
        <translation>入院、%1、%2から%3まで、%4日</translation>
    </message>
    <message>
        <source>%1, month by month from %2 to %3</source>
        <translation>%1、%2から%3まで毎月</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DiseasesPage</name>
    <message>
        <source>Disease, ICD-10, institution</source>
        <translation>病名・ICD-10・機関</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>By institution</source>
        <translation>機関ごと</translation>
    </message>
    <message>
        <source>Diseases</source>
        <translation>傷病</translation>
    </message>
    <message>
        <source>Suspected diseases</source>
        <translation>疑い病名</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2件中 %1件を表示</translation>
    </message>
    <message>
        <source>Suspected diseases: %1</source>
        <translation>疑い病名 %1件</translation>
    </message>
    <message>
        <source>Below: %1</source>
        <translation>この下:%1</translation>
    </message>
    <message>
        <source>Back to the diagnoses: %1</source>
        <translation>病名の表に戻る(%1件)</translation>
    </message>
    <message>
        <source>disease names of that month, suspected ones as well: %1</source>
        <translation>この月の傷病名 %1件(疑いを含む)</translation>
    </message>
    <message>
        <source>no disease is named in that month</source>
        <translation>この月に傷病名の記載はありません</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DrugColumnHeads</name>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>薬剤名</translation>
    </message>
    <message>
        <source>A day × days</source>
        <translation>1日量×日数</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>処方元</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DrugListModel</name>
    <message>
        <source>at the end of the data: %1</source>
        <translation>データ最終日の時点で%1</translation>
    </message>
    <message>
        <source>today: %1</source>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>supply to %1</source>
        <translation>%1まで</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Prescribed by: %1</source>
        <translation>処方元:%1</translation>
    </message>
    <message>
        <source>Dispensed by: %1</source>
        <translation>調剤:%1</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Drugs needing care</source>
        <translation>要注意薬</translation>
    </message>
    <message>
        <source>14 days and more</source>
        <translation>14日以上</translation>
    </message>
    <message>
        <source>External use and self-injection</source>
        <translation>外用・自己注射</translation>
    </message>
    <message>
        <source>External use</source>
        <translation>外用</translation>
    </message>
    <message>
        <source>such drugs are present (purpose not confirmed)</source>
        <translation>該当薬あり(用途は未確認)</translation>
    </message>
    <message>
        <source>period taken as 14 days</source>
        <translation>期間は14日と推定</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DrugsPanel</name>
    <message>
        <source>Current drugs (by estimate)</source>
        <translation>現在の薬(推定)</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重複の内訳</translation>
    </message>
    <message>
        <source>F5 Medication</source>
        <translation>F5 投薬</translation>
    </message>
    <message>
        <source>Overlaps: %1</source>
        <translation>重複 %1組</translation>
    </message>
    <message>
        <source>oral: %1 kinds (14 days and more)</source>
        <translation>内服 %1種類(14日以上処方)</translation>
    </message>
    <message>
        <source>short %1 · ended by estimate %2 ›</source>
        <translation>短期 %1・終了と推定 %2 ›</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::DuplicateListModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>two drugs, how they are alike</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重複の内訳</translation>
    </message>
    <message>
        <source>periods are estimates</source>
        <translation>期間は推定</translation>
    </message>
    <message>
        <source>overlap %1 d %2</source>
        <translation>重なり %1日 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an ingredient with its amount, the drugs that hold it</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>on %1, by estimate</source>
        <translation>%1時点(推定)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::EmergencySheet</name>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 years old</source>
        <translation>%1歳</translation>
    </message>
    <message>
        <source>birth date unknown</source>
        <translation>生年月日不明</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>sex unknown</source>
        <translation>性別不明</translation>
    </message>
    <message>
        <source>Data: up to treatment in %1 · made on %2</source>
        <translation>データ:%1診療分まで ・ 作成 %2</translation>
    </message>
    <message>
        <source>Made from receipts up to treatment in %1. What is not written here may still be so. Drugs are an estimate; suspected diseases and test results are not on this sheet.</source>
        <translation>%1診療分までのレセプトから作成しました。書かれていないことは、それがないことを示しません。薬は推定です。疑い病名と検査の値は載せていません。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>受診</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3か月</translation>
    </message>
    <message>
        <source>Drugs (estimate)</source>
        <translation>薬(推定)</translation>
    </message>
    <message>
        <source>amount × days, supply to</source>
        <translation>1日量×日数・いつまでの分か</translation>
    </message>
    <message>
        <source>Dialysis, transplant, devices, drugs to watch</source>
        <translation>透析・移植・体内の機器・注意する薬</translation>
    </message>
    <message>
        <source>basis · last</source>
        <translation>根拠・最終</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5年</translation>
    </message>
    <message>
        <source>Procedures, home care, imaging</source>
        <translation>処置・在宅・画像</translation>
    </message>
    <message>
        <source>Main problems</source>
        <translation>主な傷病</translation>
    </message>
    <message>
        <source>treated, then named on</source>
        <translation>治療あり、記載継続の順</translation>
    </message>
    <message>
        <source>Allergy names</source>
        <translation>アレルギーの病名</translation>
    </message>
    <message>
        <source>written as a disease</source>
        <translation>病名として記載</translation>
    </message>
    <message>
        <source>Receipts have no field for allergies; no such disease is written either (up to treatment in %1)</source>
        <translation>アレルギーを書く欄はレセプトにありません。病名の記載もありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>%1 in-patient</source>
        <comment>month</comment>
        <translation>%1 入院</translation>
    </message>
    <message>
        <source>%1 %2 d</source>
        <comment>month, days</comment>
        <translation>%1 %2日</translation>
    </message>
    <message>
        <source>·</source>
        <comment>between two words of a list</comment>
        <translation>・</translation>
    </message>
    <message>
        <source>treated</source>
        <comment>in front of a disease, short</comment>
        <translation>治療</translation>
    </message>
    <message>
        <source>named</source>
        <comment>in front of a disease, short</comment>
        <translation>記載</translation>
    </message>
    <message>
        <source>%1 others: %2</source>
        <translation>他 %1件:%2</translation>
    </message>
    <message>
        <source>name</source>
        <comment>a flag rests on a disease name, short</comment>
        <translation>病名</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::EvidencePanel</name>
    <message>
        <source>medical, out-patient</source>
        <translation>医科 外来</translation>
    </message>
    <message>
        <source>medical, in-patient</source>
        <translation>医科 入院</translation>
    </message>
    <message>
        <source>DPC</source>
        <translation>DPC</translation>
    </message>
    <message>
        <source>dental</source>
        <translation>歯科</translation>
    </message>
    <message>
        <source>dispensing</source>
        <translation>調剤</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>レセプトの行</translation>
    </message>
    <message>
        <source>%1 %2 — %3 of %4</source>
        <comment>month, kind of receipt, which of how many</comment>
        <translation>%1 %2 %3/%4枚</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>根拠:%1</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>記録のまま</translation>
    </message>
    <message>
        <source>Points and count stand on the last line of a unit. Lines of evidence: %1</source>
        <translation>点数と回数は区切りの最後の行に書かれます&#x3000;根拠の行:%1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ExaminationMatrix</name>
    <message>
        <source>Names of tests</source>
        <translation>検査名</translation>
    </message>
    <message>
        <source>Tests by date</source>
        <translation>検査と日付</translation>
    </message>
    <message>
        <source>Times and last day</source>
        <translation>回数と最終日</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ExaminationModel</name>
    <message>
        <source>Bundled tests</source>
        <translation>包括される検査</translation>
    </message>
    <message>
        <source>%1× in 12 months.</source>
        <translation>12か月で%1回。</translation>
    </message>
    <message>
        <source> Before: %1 (%2 days earlier)</source>
        <translation>前回 %1(%2日前)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a fee hides, institution</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>times</comment>
        <translation>%1回</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>%1 · %2 to %3</source>
        <translation>%1・%2〜%3</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1・%2・%3</translation>
    </message>
    <message>
        <source>%1 (cut)</source>
        <comment>test of which the payer cut a line</comment>
        <translation>%1(査定)</translation>
    </message>
    <message>
        <source>%1: not claimed (up to treatment in %2).</source>
        <translation>%1の算定は見つかりません(%2診療分まで)。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ExaminationsPage</name>
    <message>
        <source>Test</source>
        <translation>検査名</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3年</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10年</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日ごと</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>月ごと</translation>
    </message>
    <message>
        <source>With judgement and sampling fees</source>
        <translation>判断料・採血料を含める</translation>
    </message>
    <message>
        <source>%1 of %2 kinds shown · receipts hold no values</source>
        <translation>%2種類中 %1種類を表示・レセプトに検査の値はありません</translation>
    </message>
    <message>
        <source>Evidence: Enter</source>
        <translation>根拠 Enter</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>算定あり</translation>
    </message>
    <message>
        <source>← %1 to %2: %3 dates</source>
        <translation>← %1〜%2 %3日分</translation>
    </message>
    <message>
        <source>↓ below: %1</source>
        <translation>↓ この下:%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>← %1 dates</source>
        <translation>← %1日分</translation>
    </message>
    <message>
        <source>no test is recorded in that month</source>
        <translation>この月に検査の記録はありません</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>no test is recorded, why</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>tests of that month: %1</source>
        <translation>この月の検査 %1種類</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FacingDrugModel</name>
    <message>
        <source>to %1/%2, by estimate</source>
        <comment>month and day up to which a drug was handed out</comment>
        <translation>%1月%2日まで(推定)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Name of the medicine</source>
        <translation>お薬の名前</translation>
    </message>
    <message>
        <source>Amount a day × days</source>
        <translation>1日の量×日数</translation>
    </message>
    <message>
        <source>Handed out for</source>
        <translation>お渡しの分</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出したところ</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FacingPage</name>
    <message>
        <source>Medicines</source>
        <translation>お薬</translation>
    </message>
    <message>
        <source>Months of visits</source>
        <translation>受診した月</translation>
    </message>
    <message>
        <source>number = days · in = in-patient</source>
        <translation>数字は日数・入=入院</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>For the patient to look at: diseases and words that tell them are hidden</source>
        <translation>患者向け表示。病名と、病名が分かる言葉を隠しています</translation>
    </message>
    <message>
        <source>by estimate, from records up to %1</source>
        <translation>%1までの記録からの推定です</translation>
    </message>
    <message>
        <source>Medicines not shown: %1</source>
        <translation>表示していない薬 %1</translation>
    </message>
    <message>
        <source>Records of 5 years up to %1; this does not mean that there were no others.</source>
        <translation>5年分(%1診療分まで)の記録です。ほかに記録がないという意味ではありません。</translation>
    </message>
    <message>
        <source>Shown to the patient</source>
        <translation>患者向け表示</translation>
    </message>
    <message>
        <source>Diseases and words that tell them are hidden · F8 or Esc back</source>
        <translation>病名と、病名が分かる言葉を隠しています ・ F8かEscで戻る</translation>
    </message>
    <message>
        <source>No record that can be shown here (up to treatment in %1)</source>
        <translation>ここに表示できる記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>hatched = no records have arrived</source>
        <translation>斜線=記録が届いていません</translation>
    </message>
    <message>
        <source>Back to the medicines: %1</source>
        <translation>お薬に戻る(%1種類)</translation>
    </message>
    <message>
        <source>Months of visits, operations: %1</source>
        <translation>受診した月・手術 %1件</translation>
    </message>
    <message>
        <source>Months of visits, operations</source>
        <translation>受診した月・手術</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>患者さん用</translation>
    </message>
    <message>
        <source>Made on %1 from health insurance records up to %2</source>
        <translation>%1作成・レセプトの記録から(%2診療分まで)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FacingSurgeryModel</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>受けたところ</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FilterBar</name>
    <message>
        <source>All places</source>
        <translation>全機関</translation>
    </message>
    <message>
        <source>Own institution</source>
        <translation>自院のみ</translation>
    </message>
    <message>
        <source>Other institutions</source>
        <translation>他院のみ</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>絞り込み</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FlagChip</name>
    <message>
        <source>%1 · %2</source>
        <comment>evidence, institution</comment>
        <translation>%1・%2</translation>
    </message>
    <message>
        <source>%1, last %2, %3, %4</source>
        <translation>%1、最終%2、%3、%4</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::FlagRow</name>
    <message>
        <source>Flags</source>
        <translation>診療が変わる事柄</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::HelpPage</name>
    <message>
        <source>How far a disease name on a receipt can be trusted</source>
        <translation>レセプトの病名はどこまで確かか</translation>
    </message>
    <message>
        <source>A line of a receipt proves that something was billed, not that the patient has it, took it or still has it. Names that are there are seldom invented; names that are missing are common. A name together with its treatment is stronger than a name alone: hence the grades.</source>
        <translation>レセプトの行が示すのは、請求されたことだけです。病気であること、薬をのんだこと、いまも続いていることは示しません。書かれた病名が根拠のないことは少なく、書かれていない病名は多くあります。病名に治療が伴うと確からしさが上がります。段階分けはそのためです。</translation>
    </message>
    <message>
        <source>315 in-patients of four hospitals, DPC (Yamana 2017): specificity above 96 %, sensitivity below 50 % for 7 of 16 diseases; of procedures, sensitivity above 90 % for 6 of 10.</source>
        <translation>4病院のDPC入院患者315人(Yamana 2017):特異度は96%を超え、感度は16疾患のうち7疾患で50%未満。処置は10種のうち6種で感度90%を超えます。</translation>
    </message>
    <message>
        <source>Cardiology, DPC (Nakai 2021): of names of acute myocardial infarction 78.8 % were right, of heart failure 57.0 % (83.0 % when admitted as an emergency and written as acute).</source>
        <translation>循環器のDPC(Nakai 2021):急性心筋梗塞の病名の78.8%、心不全の病名の57.0%(緊急入院で急性と書かれたものは83.0%)が実際にそうでした。</translation>
    </message>
    <message>
        <source>Rheumatoid arthritis, 64 hospitals: name and antirheumatic drug (or oral steroid) together found about 73 % of patients and were right in about 80 %.</source>
        <translation>関節リウマチ(64病院):病名と抗リウマチ薬(または経口ステロイド)の組み合わせで、患者の約73%を見つけ、約80%が実際にそうでした。</translation>
    </message>
    <message>
        <source>Breast cancer (2015): combinations of codes were right in 65.8 to 90.7 %.</source>
        <translation>乳癌(2015):コードの組み合わせの65.8〜90.7%が実際にそうでした。</translation>
    </message>
    <message>
        <source>Death (Sakai 2019): found in 94.3 % of in-patients, in 47.4 % of out-patients. An outcome that is not written does not mean that the patient is alive.</source>
        <translation>死亡(Sakai 2019):入院では94.3%、外来では47.4%しか記載がありませんでした。転帰が書かれていないことは、生存を意味しません。</translation>
    </message>
    <message>
        <source>How far the list of drugs can be trusted</source>
        <translation>薬の一覧はどこまで確かか</translation>
    </message>
    <message>
        <source>Periods are computed from days supplied; as-needed and external drugs are taken as 14 days. What was said after dispensing (“stop this one”), drugs paid by the patient, and drugs inside an in-patient&apos;s bundled fee are not on receipts. Therefore every state is an estimate.</source>
        <translation>期間は投薬日数から計算し、屯服と外用は14日とみなします。調剤のあとの口頭の指示(「これは中止」)、自費の薬、入院の包括に含まれる薬は、レセプトに載りません。そのため、状態はすべて推定です。</translation>
    </message>
    <message>
        <source>Dispensing data would probably have prevented 35 % of 315 errors in the drug history at admission (Pevnick 2016). In 76.9 % of 609 primary-care patients the practice&apos;s list and the pharmacies&apos; data differed in at least one drug (2015).</source>
        <translation>調剤データがあれば、入院時の薬歴の誤り315件の35%はおそらく防げました(Pevnick 2016)。一方、診療所の患者609人の76.9%で、診療所の一覧と薬局のデータが1剤以上くい違いました(2015)。</translation>
    </message>
    <message>
        <source>What this program never says</source>
        <translation>このプログラムが言わないこと</translation>
    </message>
    <message>
        <source>That something does not exist: only that receipts up to a month do not show it. Results of tests, allergies that nobody wrote as a disease, height, weight and smoking are not on receipts. There is no score and no probability. A hint from a package insert is a reason to read it, not a finding.</source>
        <translation>「存在しない」とは言いません。言えるのは、ある月までのレセプトに記録が見当たらないことだけです。検査の値、病名として書かれていないアレルギー、身長・体重・喫煙はレセプトに載りません。点数や確率は出しません。添付文書についての表示は、添付文書を読むきっかけであり、所見ではありません。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::HintModel</name>
    <message>
        <source>Contraindicated</source>
        <translation>禁忌</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a drug and a disease</comment>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>The insert&apos;s contraindications say “%1”. Disease name “%2” (%3)</source>
        <translation>添付文書の禁忌に『%1』。病名『%2』(%3)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>sentence after sentence</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>date of revision not confirmed</source>
        <translation>改訂年月は未確認</translation>
    </message>
    <message>
        <source>Source: %1, %2</source>
        <translation>出典:%1、%2</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::HolderPane</name>
    <message>
        <source>The card service is not running</source>
        <translation>カードのサービスが動いていません</translation>
    </message>
    <message>
        <source>It is started again by itself. If this stays for more than a minute, restart the laptop.</source>
        <translation>自動で再開します。1分以上変わらないときは、パソコンを再起動してください。</translation>
    </message>
    <message>
        <source>No card reader is found</source>
        <translation>カードリーダーが見つかりません</translation>
    </message>
    <message>
        <source>Plug the card reader into the laptop. It is found by itself.</source>
        <translation>カードリーダーをパソコンに差してください。差すと自動で見つかります。</translation>
    </message>
    <message>
        <source>Put your card on the reader</source>
        <translation>カードをリーダーに置いてください</translation>
    </message>
    <message>
        <source>Use your doctor&apos;s card (HPKI card).</source>
        <translation>医師資格証(HPKIカード)をお使いください。</translation>
    </message>
    <message>
        <source>This card cannot be used here</source>
        <translation>このカードは使えません</translation>
    </message>
    <message>
        <source>Take it out and put your doctor&apos;s card (HPKI card) on the reader. If it is the right card, check that the chip faces the right way.</source>
        <translation>カードを抜いて、医師資格証(HPKIカード)を置いてください。カードが正しいときは、チップの向きを確かめてください。</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>カードを読み取っています…</translation>
    </message>
    <message>
        <source>If this is not your name, take the card out.</source>
        <translation>お名前が違うときはカードを抜いてください。</translation>
    </message>
    <message>
        <source>The card has been read</source>
        <translation>カードを確認しました</translation>
    </message>
    <message>
        <source>This card has expired</source>
        <translation>カードの有効期限が切れています</translation>
    </message>
    <message>
        <source>Dr.</source>
        <comment>after the doctor&apos;s name</comment>
        <translation>先生</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Clock of this laptop</source>
        <translation>この端末の時計</translation>
    </message>
    <message>
        <source>%1 seconds off the server&apos;s</source>
        <translation>サーバーとの差 %1秒</translation>
    </message>
    <message>
        <source>A card is on the reader</source>
        <translation>カードがリーダーに置かれています</translation>
    </message>
    <message>
        <source>This card is not valid yet (check the date of this laptop)</source>
        <translation>このカードはまだ有効期間に入っていません(端末の日付も確認してください)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::HomeView</name>
    <message>
        <source>Open a patient</source>
        <translation>患者を開く</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Dr. %1</source>
        <translation>%1 先生</translation>
    </message>
    <message>
        <source>%1 (staff)</source>
        <translation>%1(職員)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::LookAheadLine</name>
    <message>
        <source>Below: %1</source>
        <translation>この下:%1</translation>
    </message>
    <message>
        <source>Nothing below</source>
        <translation>この下に行はありません</translation>
    </message>
    <message>
        <source>Below:</source>
        <translation>この下:</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::MainWindow</name>
    <message>
        <source>Practice mode — invented patients</source>
        <translation>練習モード — 架空の患者です</translation>
    </message>
    <message>
        <source>Taking the card out clears the screen</source>
        <translation>カードを抜くと画面を消します</translation>
    </message>
    <message>
        <source>Taking the card out leads back to the first page</source>
        <translation>カードを抜くと最初の画面に戻ります</translation>
    </message>
    <message>
        <source>The PIN is not stored on this laptop</source>
        <translation>暗証番号はこの端末に保存されません</translation>
    </message>
    <message>
        <source>The camera&apos;s pictures are not stored</source>
        <translation>カメラの映像は保存されません</translation>
    </message>
    <message>
        <source>Enter opens the evidence</source>
        <translation>Enter 根拠を開く</translation>
    </message>
    <message>
        <source>Ctrl +/− text size</source>
        <translation>Ctrl+＋／− 文字サイズ</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医師</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::MedicationModel</name>
    <message>
        <source>%1–%2</source>
        <comment>first and last day</comment>
        <translation>%1〜%2</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1日分</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 fills from %2, supply to %3</source>
        <translation>%2から%1回、%3まで</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>薬剤名</translation>
    </message>
    <message>
        <source>A day × days</source>
        <translation>1日量×日数</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>処方元</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>処方の期間</translation>
    </message>
    <message>
        <source>Today, by estimate</source>
        <translation>本日の推定</translation>
    </message>
    <message>
        <source>other drugs</source>
        <translation>分類なし</translation>
    </message>
    <message>
        <source>period taken as %1 days</source>
        <translation>期間は%1日と推定</translation>
    </message>
    <message>
        <source>%1 The supply of %2 ended within a week of the start</source>
        <translation>%1 %2の残りは、この薬の開始から7日以内に終わっています</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::MedicationPage</name>
    <message>
        <source>Drug, ingredient, class</source>
        <translation>薬剤名・成分・分類</translation>
    </message>
    <message>
        <source>Current (estimate)</source>
        <translation>現在(推定)</translation>
    </message>
    <message>
        <source>Short or ended</source>
        <translation>短期・終了</translation>
    </message>
    <message>
        <source>Injected, at dialysis</source>
        <translation>注射・透析時</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Order: class</source>
        <translation>並び:分類</translation>
    </message>
    <message>
        <source>Period: 12 months</source>
        <translation>期間:12か月</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>投薬</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重複の内訳</translation>
    </message>
    <message>
        <source>Order: prescriber</source>
        <translation>並び:処方元</translation>
    </message>
    <message>
        <source>Order: end</source>
        <translation>並び:終わる日</translation>
    </message>
    <message>
        <source>Period: 3 years</source>
        <translation>期間:3年</translation>
    </message>
    <message>
        <source>Period: 10 years</source>
        <translation>期間:10年</translation>
    </message>
    <message>
        <source>Overlaps: %1</source>
        <translation>重複 %1組</translation>
    </message>
    <message>
        <source>Every overlap found is hidden</source>
        <translation>見つかった重なりは、すべて隠しています</translation>
    </message>
    <message>
        <source>Hidden: %1 — show again</source>
        <translation>隠した %1組(もう一度表示)</translation>
    </message>
    <message>
        <source>solid = days supplied  dashed = taken as 14 days  frame and stripes = overlap  hatched = data not arrived</source>
        <translation>実線の帯=処方日数 点線の帯=期間を14日と推定 枠と斜線=重なり 右の斜線=データ未着</translation>
    </message>
    <message>
        <source>Below: %1</source>
        <translation>この下:%1</translation>
    </message>
    <message>
        <source>Hints from package inserts</source>
        <translation>添付文書の記載から</translation>
    </message>
    <message>
        <source>Back to the drugs: %1</source>
        <translation>薬の表に戻る(%1件)</translation>
    </message>
    <message>
        <source>Hints from package inserts: %1</source>
        <translation>添付文書の注意 %1件</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>隠した項目 %1件</translation>
    </message>
    <message>
        <source>drugs whose supply reaches into that month: %1</source>
        <translation>この月にかかる薬 %1件</translation>
    </message>
    <message>
        <source>no drug is recorded for that month</source>
        <translation>この月にかかる投薬の記録はありません</translation>
    </message>
    <message>
        <source>Oral: %1 kinds</source>
        <translation>内服 %1種類</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1/%2件</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::NumberPad</name>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全消去</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::OverlapList</name>
    <message>
        <source>Evidence: Enter   Hide for this patient: Del</source>
        <translation>根拠 Enter   この患者で隠す Del</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::OverlapModel</name>
    <message>
        <source>%1 and %2</source>
        <comment>two institutions</comment>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>%1 / %2 / %3</source>
        <translation>%1 / %2 / %3</translation>
    </message>
    <message>
        <source>overlap %1 d (%2)</source>
        <translation>重なり %1日(%2)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PaperHead</name>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Prefecture %1, %2</source>
        <translation>県番 %1&#x3000;%2</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>保険者番号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>被保険者証</translation>
    </message>
    <message>
        <source>Public expense</source>
        <translation>公費負担者番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Prescriptions taken in</source>
        <translation>処方箋受付</translation>
    </message>
    <message>
        <source>Days of treatment</source>
        <translation>診療実日数</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1回</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1日</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>%1 (prescribed at %2)</source>
        <translation>%1(処方 %2)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PaperWords</name>
    <message>
        <source>medical</source>
        <translation>医科</translation>
    </message>
    <message>
        <source>dental</source>
        <translation>歯科</translation>
    </message>
    <message>
        <source>dispensing</source>
        <translation>調剤</translation>
    </message>
    <message>
        <source>employees&apos;, national</source>
        <translation>社・国</translation>
    </message>
    <message>
        <source>public expense</source>
        <translation>公費</translation>
    </message>
    <message>
        <source>late elderly</source>
        <translation>後期</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>one payer</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>two payers</source>
        <translation>2併</translation>
    </message>
    <message>
        <source>three payers</source>
        <translation>3併</translation>
    </message>
    <message>
        <source>four payers</source>
        <translation>4併</translation>
    </message>
    <message>
        <source>five payers</source>
        <translation>5併</translation>
    </message>
    <message>
        <source>insured, in</source>
        <translation>本入</translation>
    </message>
    <message>
        <source>insured, out</source>
        <translation>本外</translation>
    </message>
    <message>
        <source>under six, in</source>
        <translation>六入</translation>
    </message>
    <message>
        <source>under six, out</source>
        <translation>六外</translation>
    </message>
    <message>
        <source>family, in</source>
        <translation>家入</translation>
    </message>
    <message>
        <source>family, out</source>
        <translation>家外</translation>
    </message>
    <message>
        <source>elderly, in</source>
        <translation>高入一</translation>
    </message>
    <message>
        <source>elderly, out</source>
        <translation>高外一</translation>
    </message>
    <message>
        <source>elderly 70 %, in</source>
        <translation>高入7</translation>
    </message>
    <message>
        <source>elderly 70 %, out</source>
        <translation>高外7</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>era year, month</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>%1月分</translation>
    </message>
    <message>
        <source>%1 yen</source>
        <translation>%1円</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::Patience</name>
    <message>
        <source>Leave the card on the reader.</source>
        <translation>カードは置いたままにしてください。</translation>
    </message>
    <message>
        <source>%1 s already. If it goes no further, take the card out and start again: nothing is lost.</source>
        <translation>%1秒たちました。進まないときは、カードを抜いてやり直してください。失われるものはありません。</translation>
    </message>
    <message>
        <source>Leave the card on the reader. %1 s</source>
        <translation>カードは置いたままにしてください。%1秒</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PatientBanner</name>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>%1 years</source>
        <comment>age</comment>
        <translation>%1歳</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>保険者</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>ending %1</source>
        <translation>末尾 %1</translation>
    </message>
    <message>
        <source>no receipts yet</source>
        <translation>まだレセプトが届いていません</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>%1診療分まで</translation>
    </message>
    <message>
        <source>(%1 months ago)</source>
        <translation>(%1か月前)</translation>
    </message>
    <message>
        <source>card presented by the patient %1</source>
        <translation>本人がカードを提示 %1</translation>
    </message>
    <message>
        <source>card presented by a proxy %1</source>
        <translation>代理の人がカードを提示 %1</translation>
    </message>
    <message>
        <source>Patient %1</source>
        <translation>患者 %1</translation>
    </message>
    <message>
        <source>Data %1</source>
        <translation>データ %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of the banner&apos;s sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>データ:%1</translation>
    </message>
    <message>
        <source>My Number</source>
        <translation>マイナンバー</translation>
    </message>
    <message>
        <source>consent by My Number card, the patient %1</source>
        <translation>マイナンバーカードで本人が同意 %1</translation>
    </message>
    <message>
        <source>consent by My Number card, a proxy %1</source>
        <translation>マイナンバーカードで代理人が同意 %1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PatientCardPage</name>
    <message>
        <source>Enter this PIN</source>
        <translation>この番号で決定</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>My Number card</source>
        <translation>マイナンバーカード</translation>
    </message>
    <message>
        <source>Please enter the PIN of your My Number card</source>
        <translation>マイナンバーカードの暗証番号を入れてください</translation>
    </message>
    <message>
        <source>It is the 4-digit PIN that you chose for the card at the municipal office.
With it you agree that the doctor looks at your health insurance records in this consultation.
The number is not shown on this screen, and not stored.</source>
        <translation>カードを受け取ったとき、窓口で決めた数字4けたの番号です。
これを入れると、今日の診察で先生があなたの健康保険の記録を見ることに同意したことになります。
番号は画面に出ません。保存もされません。</translation>
    </message>
    <message>
        <source>Doctor: please enter your own PIN once more</source>
        <translation>先生:ご自分の暗証番号をもう一度入れてください</translation>
    </message>
    <message>
        <source>Your card has left the reader. It has to prove itself again before anything is shown.</source>
        <translation>カードがリーダーを離れました。患者さんのデータを出す前に、同じカードであることをもう一度確かめます。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Sign out instead</source>
        <translation>サインアウトする</translation>
    </message>
    <message>
        <source>The doctor&apos;s card must be back within %1:%2</source>
        <translation>先生のカードを戻すまで あと %1:%2</translation>
    </message>
    <message>
        <source>Put the patient&apos;s My Number card on the other reader</source>
        <translation>患者さんのマイナンバーカードを、もう一つのリーダーに置いてください</translation>
    </message>
    <message>
        <source>The doctor&apos;s card stays where it is.</source>
        <translation>先生のカードはそのままにしてください。</translation>
    </message>
    <message>
        <source>Take the doctor&apos;s card out and put the patient&apos;s My Number card on the reader</source>
        <translation>先生のカードを抜き、患者さんのマイナンバーカードを置いてください</translation>
    </message>
    <message>
        <source>You stay signed in for a while. No patient&apos;s data are shown in the meantime.</source>
        <translation>しばらくはサインインしたままです。その間、患者さんのデータは表示されません。</translation>
    </message>
    <message>
        <source>Put the patient&apos;s My Number card on the reader</source>
        <translation>患者さんのマイナンバーカードをリーダーに置いてください</translation>
    </message>
    <message>
        <source>The consent could not be confirmed yet</source>
        <translation>同意をまだ確認できていません</translation>
    </message>
    <message>
        <source>The PIN was right and need not be typed again. Leave the card on the reader.</source>
        <translation>暗証番号は合っています。入れ直す必要はありません。カードはそのままにしてください。</translation>
    </message>
    <message>
        <source>Give the patient&apos;s card back and put the doctor&apos;s card on the reader</source>
        <translation>患者さんのカードを返し、先生のカードをリーダーに戻してください</translation>
    </message>
    <message>
        <source>Put the doctor&apos;s card on the reader</source>
        <translation>先生のカードをリーダーに戻してください</translation>
    </message>
    <message>
        <source>The patient has agreed. The data are opened when the doctor&apos;s card is back.</source>
        <translation>患者さんの同意を受け取りました。先生のカードが戻ると開きます。</translation>
    </message>
    <message>
        <source>It was stopped; nothing is opened. To go on, the doctor&apos;s card must be back.</source>
        <translation>中止しました。何も開いていません。続けるには、先生のカードが要ります。</translation>
    </message>
    <message>
        <source>The PIN of this My Number card is locked</source>
        <translation>このマイナンバーカードの暗証番号はロックされています</translation>
    </message>
    <message>
        <source>It is reset at the municipal office. For today, please use the QR card of the service.</source>
        <translation>市区町村の窓口で元に戻せます。今日は患者カード(QR)をお使いください。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>カードを読み取っています…</translation>
    </message>
    <message>
        <source>Turn the screen to the patient.</source>
        <translation>画面を患者さんに向けてください。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PatientView</name>
    <message>
        <source>Summary</source>
        <translation>患者サマリー</translation>
    </message>
    <message>
        <source>Close the patient</source>
        <translation>患者を閉じる</translation>
    </message>
    <message>
        <source>Refreshing: %1 of %2</source>
        <translation>更新中 %1/%2枚</translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation>更新中</translation>
    </message>
    <message>
        <source>Diseases</source>
        <translation>傷病</translation>
    </message>
    <message>
        <source>Surgery and procedures</source>
        <translation>手術・処置</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>投薬</translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Emergency sheet</source>
        <translation>緊急シート</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>患者向け表示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PinField</name>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message numerus="yes">
        <source>%n typed</source>
        <comment>digits of the PIN</comment>
        <translation>
            <numerusform>%n桁 入力済み</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PinOffice</name>
    <message>
        <source>If you are not sure, type it again or stop here. A locked card is unlocked only by its issuer.</source>
        <translation>自信がなければ、入れ直すか、ここでやめてください。ロックを解除できるのはカードの発行元だけです。</translation>
    </message>
    <message>
        <source>Have the PIN reset by the issuer of the card.</source>
        <translation>カードの発行元で暗証番号の再設定を受けてください。</translation>
    </message>
    <message>
        <source>This program cannot tell or reset it. Ask the issuer of the card. Do not guess: wrong PINs lock the card.</source>
        <translation>このソフトでは暗証番号の確認も再設定もできません。カードの発行元に問い合わせてください。当て推量で入れると、カードがロックされます。</translation>
    </message>
    <message>
        <source>If you are not sure, type it again or stop here. A locked card is unlocked only by the association that issued it, such as the Japan Medical Association&apos;s Digital Certificate Center.</source>
        <translation>自信がなければ、入れ直すか、ここでやめてください。ロックを解除できるのは、カードを発行した団体(日本医師会電子認証センターなど)だけです。</translation>
    </message>
    <message>
        <source>Have the PIN reset by the association that issued the card, such as the Japan Medical Association&apos;s Digital Certificate Center.</source>
        <translation>カードを発行した団体(日本医師会電子認証センターなど)で、暗証番号の再設定を受けてください。</translation>
    </message>
    <message>
        <source>This program cannot tell or reset it. Ask the association that issued the card, such as the Japan Medical Association&apos;s Digital Certificate Center. Do not guess: wrong PINs lock the card.</source>
        <translation>このソフトでは暗証番号の確認も再設定もできません。カードを発行した団体(日本医師会電子認証センターなど)に問い合わせてください。当て推量で入れると、カードがロックされます。</translation>
    </message>
    <message>
        <source>If you are not sure, please stop here. A locked card is unlocked at the municipal office.</source>
        <translation>自信がなければ、ここでおやめください。ロックの解除は、お住まいの市区町村の窓口で行います。</translation>
    </message>
    <message>
        <source>Have the PIN reset at the municipal office.</source>
        <translation>市区町村の窓口で暗証番号の再設定を受けてください。</translation>
    </message>
    <message>
        <source>The PIN is reset at the municipal office. Do not guess: wrong PINs lock the card.</source>
        <translation>暗証番号は市区町村の窓口で再設定できます。当て推量で入れると、カードがロックされます。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PinPane</name>
    <message>
        <source>Type again</source>
        <translation>入力し直す</translation>
    </message>
    <message>
        <source>Use the last try</source>
        <translation>最後の1回を使う</translation>
    </message>
    <message>
        <source>One more wrong PIN makes the card unusable</source>
        <translation>あと1回まちがえるとカードが使えなくなります</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>PIN (%1 digits)</source>
        <translation>暗証番号(%1桁)</translation>
    </message>
    <message>
        <source>PIN (%1 to %2 digits)</source>
        <translation>暗証番号(%1〜%2桁)</translation>
    </message>
    <message>
        <source>Too long: this card&apos;s PIN has at most %1 digits. Nothing is sent.</source>
        <translation>長すぎます。このカードの暗証番号は%1桁までです。まだ送っていません。</translation>
    </message>
    <message>
        <source>Too long: this card&apos;s PIN has at most %1 characters. Nothing is sent.</source>
        <translation>長すぎます。このカードの暗証番号は%1文字までです。まだ送っていません。</translation>
    </message>
    <message>
        <source>PIN (%1 characters)</source>
        <translation>暗証番号(%1文字)</translation>
    </message>
    <message>
        <source>PIN (%1 to %2 characters)</source>
        <translation>暗証番号(%1～%2文字)</translation>
    </message>
    <message>
        <source>Type it on the reader</source>
        <translation>リーダーのテンキーで入力する</translation>
    </message>
    <message>
        <source>Type it on this screen instead</source>
        <translation>この画面で入力する</translation>
    </message>
    <message>
        <source>The PIN is typed on the card reader&apos;s keys</source>
        <translation>暗証番号はカードリーダーのテンキーで入力できます</translation>
    </message>
    <message>
        <source>Press the button first: the reader then waits for the digits.</source>
        <translation>先に下のボタンを押してください。リーダーが入力待ちになります。</translation>
    </message>
    <message>
        <source>Please enter the PIN on the card reader&apos;s keys</source>
        <translation>カードリーダーのテンキーで暗証番号を入力してください</translation>
    </message>
    <message>
        <source>Finish with the reader&apos;s confirm key. To stop, press its cancel key. If nothing is typed, it stops by itself; no try is used up then.</source>
        <translation>最後にリーダーの確定キーを押してください。中止するときはリーダーの取消キーを押します。入力がなければ自動で終わり、残り回数は減りません。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::PresenterBox</name>
    <message>
        <source>Who presents the card</source>
        <translation>カードを提示した人</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>A proxy (relation and reason are recorded)</source>
        <translation>代理の人(続柄と理由を記録)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Presenting the card is consent to viewing in this consultation. Who presented it is recorded.</source>
        <translation>提示は、この診療での閲覧への同意です。誰が提示したかを記録します。</translation>
    </message>
    <message>
        <source>Relation to the patient</source>
        <translation>患者との続柄</translation>
    </message>
    <message>
        <source>Choose the relation</source>
        <translation>続柄を選ぶ</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶者</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>兄弟姉妹</translation>
    </message>
    <message>
        <source>Other relative</source>
        <translation>そのほかの親族</translation>
    </message>
    <message>
        <source>Staff of a care facility</source>
        <translation>施設の職員</translation>
    </message>
    <message>
        <source>Legal guardian</source>
        <translation>後見人</translation>
    </message>
    <message>
        <source>Other person</source>
        <translation>そのほかの人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason (such as: cannot come in person)</source>
        <translation>理由(例:本人が来院できない)</translation>
    </message>
    <message>
        <source>Record and read the card</source>
        <translation>記録して読み取る</translation>
    </message>
    <message>
        <source>Recorded: %1 — %2</source>
        <translation>記録しました:%1 — %2</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProblemListModel</name>
    <message>
        <source>treatment: %1</source>
        <translation>治療 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: treated there since %2</source>
        <translation>%1 診療開始 %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>both disease and treatment are recorded</source>
        <translation>病名と治療の両方に記載</translation>
    </message>
    <message>
        <source>disease name only</source>
        <translation>病名のみ</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProblemTable</name>
    <message>
        <source>The card service of this laptop is not running</source>
        <translation>この端末のカードのサービスが動いていません</translation>
    </message>
    <message>
        <source>The reader cannot be used until the service runs again. It is started again by itself.</source>
        <translation>動き出すまでカードリーダーは使えません。自動で再開します。</translation>
    </message>
    <message>
        <source>Wait a few seconds. If nothing changes, restart the laptop.</source>
        <translation>数秒お待ちください。変わらないときは、パソコンを再起動してください。</translation>
    </message>
    <message>
        <source>No card reader is found</source>
        <translation>カードリーダーが見つかりません</translation>
    </message>
    <message>
        <source>The cable may be loose.</source>
        <translation>ケーブルが抜けかけているかもしれません。</translation>
    </message>
    <message>
        <source>Plug the reader in again.</source>
        <translation>カードリーダーを差し直してください。</translation>
    </message>
    <message>
        <source>There is no card on the reader</source>
        <translation>カードがリーダーにありません</translation>
    </message>
    <message>
        <source>Put your card on the reader.</source>
        <translation>カードをリーダーに置いてください。</translation>
    </message>
    <message>
        <source>The card was taken out in the middle</source>
        <translation>途中でカードが抜かれました</translation>
    </message>
    <message>
        <source>What was begun was not finished. Nothing was lost.</source>
        <translation>操作は最後まで終わっていません。失われたものはありません。</translation>
    </message>
    <message>
        <source>Put the card back and leave it there until it is done.</source>
        <translation>カードを置き直し、終わるまでそのままにしてください。</translation>
    </message>
    <message>
        <source>Another program is using the card</source>
        <translation>ほかのソフトがカードを使っています</translation>
    </message>
    <message>
        <source>Only one program can talk to the card at a time.</source>
        <translation>カードは一度に1つのソフトでしか使えません。</translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation>ほかのソフトを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another program interrupted the card</source>
        <translation>ほかのソフトがカードの操作に割り込みました</translation>
    </message>
    <message>
        <source>What was begun was not finished.</source>
        <translation>操作は最後まで終わっていません。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
    <message>
        <source>This card cannot be used here</source>
        <translation>このカードは使えません</translation>
    </message>
    <message>
        <source>It is not a kind of card this program knows.</source>
        <translation>このソフトで使える種類のカードではありません。</translation>
    </message>
    <message>
        <source>Put your doctor&apos;s card (HPKI card) on the reader.</source>
        <translation>医師資格証(HPKIカード)をリーダーに置いてください。</translation>
    </message>
    <message>
        <source>The card could not be read</source>
        <translation>カードを読めませんでした</translation>
    </message>
    <message>
        <source>The contacts may be dirty, or the card is not fully in.</source>
        <translation>チップの汚れか、差し込みが浅いのかもしれません。</translation>
    </message>
    <message>
        <source>Take the card out, wipe its contacts, and put it in again.</source>
        <translation>カードを抜き、チップをふいて、入れ直してください。</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>暗証番号がちがいます</translation>
    </message>
    <message>
        <source>Each wrong PIN uses up one of the tries left.</source>
        <translation>まちがえるたびに、残り回数が1つ減ります。</translation>
    </message>
    <message>
        <source>Check the tries left, then enter the PIN again.</source>
        <translation>残り回数を確かめて、もう一度入れてください。</translation>
    </message>
    <message>
        <source>The card is locked</source>
        <translation>カードがロックされています</translation>
    </message>
    <message>
        <source>Wrong PINs used up the tries. This program cannot unlock the card.</source>
        <translation>暗証番号のまちがいが決められた回数に達しました。このソフトでは解除できません。</translation>
    </message>
    <message>
        <source>Have the PIN reset where the card was issued.</source>
        <translation>カードの発行元で、解除の手続きをしてください。</translation>
    </message>
    <message>
        <source>The PIN has the wrong number of digits</source>
        <translation>暗証番号の桁数がちがいます</translation>
    </message>
    <message>
        <source>It was not sent to the card: no try was used up.</source>
        <translation>カードには送っていないので、残り回数は減っていません。</translation>
    </message>
    <message>
        <source>Enter the PIN again.</source>
        <translation>もう一度入れてください。</translation>
    </message>
    <message>
        <source>The card refused the operation</source>
        <translation>カードが操作を受け付けませんでした</translation>
    </message>
    <message>
        <source>The card answered in a way that was not expected.</source>
        <translation>カードの応答が想定とちがいました。</translation>
    </message>
    <message>
        <source>Take the card out and put it in again. If it happens again, tell the support the code.</source>
        <translation>カードを入れ直してください。くり返すときは、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The data on the card could not be understood</source>
        <translation>カードの内容を読み取れませんでした</translation>
    </message>
    <message>
        <source>The card may be damaged, or of a newer kind.</source>
        <translation>カードが壊れているか、新しい種類のカードかもしれません。</translation>
    </message>
    <message>
        <source>Try another card, or tell the support the code.</source>
        <translation>別のカードで試すか、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The card&apos;s signature does not fit its certificate</source>
        <translation>カードの署名が証明書と合いません</translation>
    </message>
    <message>
        <source>The card or the connection to it cannot be trusted. Nothing was sent.</source>
        <translation>カードか、カードとの接続を信頼できません。何も送っていません。</translation>
    </message>
    <message>
        <source>Do not use this card. Tell the support the code.</source>
        <translation>このカードは使わず、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>カードの有効期限が切れています</translation>
    </message>
    <message>
        <source>You cannot sign in with an expired card.</source>
        <translation>期限の切れたカードではサインインできません。</translation>
    </message>
    <message>
        <source>Ask for a new card where it was issued.</source>
        <translation>カードの発行元で更新してください。</translation>
    </message>
    <message>
        <source>The council&apos;s server cannot be reached</source>
        <translation>協議会のサーバーにつながりません</translation>
    </message>
    <message>
        <source>The laptop may not be connected to the network.</source>
        <translation>端末がネットワークにつながっていないのかもしれません。</translation>
    </message>
    <message>
        <source>Check the network cable or the wireless connection, then try again.</source>
        <translation>LANケーブルか無線の接続を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>サーバーから時間内に返事がありません</translation>
    </message>
    <message>
        <source>The network or the server is busy.</source>
        <translation>ネットワークかサーバーが混み合っています。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>少し待って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The server could not be verified</source>
        <translation>サーバーを確認できませんでした</translation>
    </message>
    <message>
        <source>What answered did not prove to be the council&apos;s server. Nothing was sent. A wrong clock of this laptop can be the cause, too.</source>
        <translation>応答した相手が協議会のサーバーと確認できないため、何も送っていません。端末の時計のずれが原因のこともあります。</translation>
    </message>
    <message>
        <source>Check date and time of this laptop. If they are right, tell the support the code.</source>
        <translation>端末の日付と時刻を確かめてください。合っているときは、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The server did not accept this laptop</source>
        <translation>サーバーがこの端末を受け付けませんでした</translation>
    </message>
    <message>
        <source>Its certificate may have expired or been revoked.</source>
        <translation>端末の証明書の期限切れか、失効かもしれません。</translation>
    </message>
    <message>
        <source>Tell the support the code and the name of the terminal.</source>
        <translation>右下の番号と端末名をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The connection broke off in the middle</source>
        <translation>途中で通信が切れました</translation>
    </message>
    <message>
        <source>The receipts that arrived are shown and kept. The rest is missing.</source>
        <translation>届いたレセプトは表示し、保管しています。残りはまだ届いていません。</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>もう一度お試しください。つづきから受け取ります。</translation>
    </message>
    <message>
        <source>You stopped it</source>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>The patient was not opened.</source>
        <translation>患者さんは開いていません。</translation>
    </message>
    <message>
        <source>Show the card again to open it.</source>
        <translation>開くときは、もう一度カードを見せてください。</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood</source>
        <translation>サーバーの返事を読み取れませんでした</translation>
    </message>
    <message>
        <source>The program may be older than the server.</source>
        <translation>このソフトがサーバーより古いのかもしれません。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell the support the code.</source>
        <translation>もう一度お試しください。くり返すときは、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The connection settings of this laptop are not complete</source>
        <translation>この端末の接続の設定が足りません</translation>
    </message>
    <message>
        <source>A certificate or key file is missing or cannot be read.</source>
        <translation>証明書か鍵のファイルがないか、読めません。</translation>
    </message>
    <message>
        <source>Tell the support the code.</source>
        <translation>右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The server did not understand the request</source>
        <translation>サーバーに依頼の内容が伝わりませんでした</translation>
    </message>
    <message>
        <source>This laptop is not registered</source>
        <translation>この端末は登録されていません</translation>
    </message>
    <message>
        <source>The server does not know its certificate.</source>
        <translation>サーバーにこの端末の証明書の登録がありません。</translation>
    </message>
    <message>
        <source>This laptop has been disabled</source>
        <translation>この端末は使用を止められています</translation>
    </message>
    <message>
        <source>It was reported lost or returned.</source>
        <translation>紛失または返却の届けが出ています。</translation>
    </message>
    <message>
        <source>Signing in took too long</source>
        <translation>サインインに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>For safety each sign-in has to be finished within a short time.</source>
        <translation>安全のため、サインインは短い時間内に終える決まりです。</translation>
    </message>
    <message>
        <source>The server did not accept the card&apos;s signature</source>
        <translation>サーバーがカードの署名を受け付けませんでした</translation>
    </message>
    <message>
        <source>A wrong clock of this laptop can be the cause.</source>
        <translation>端末の時計のずれが原因のことがあります。</translation>
    </message>
    <message>
        <source>Check date and time of this laptop, then sign in again.</source>
        <translation>端末の日付と時刻を確かめて、サインインし直してください。</translation>
    </message>
    <message>
        <source>This card is not registered for the service</source>
        <translation>このカードは利用登録されていません</translation>
    </message>
    <message>
        <source>The card is good, but belongs to no account.</source>
        <translation>カードに問題はありませんが、利用者の登録がありません。</translation>
    </message>
    <message>
        <source>Register the card with the council.</source>
        <translation>協議会にカードの登録を申し込んでください。</translation>
    </message>
    <message>
        <source>The card&apos;s certificate is not valid</source>
        <translation>カードの証明書が有効ではありません</translation>
    </message>
    <message>
        <source>It has expired, was revoked, or is of another issuer.</source>
        <translation>期限切れ、失効、または発行元のちがう証明書です。</translation>
    </message>
    <message>
        <source>Ask where the card was issued.</source>
        <translation>カードの発行元にお問い合わせください。</translation>
    </message>
    <message>
        <source>ID and password are needed</source>
        <translation>IDとパスワードが必要です</translation>
    </message>
    <message>
        <source>Enter the ID and the password you got from the council.</source>
        <translation>協議会から届いたIDとパスワードを入れてください。</translation>
    </message>
    <message>
        <source>The ID or the password is wrong</source>
        <translation>IDかパスワードがちがいます</translation>
    </message>
    <message>
        <source>Check capitals and small letters, then enter them again.</source>
        <translation>大文字と小文字を確かめて、もう一度入れてください。</translation>
    </message>
    <message>
        <source>Your account is suspended</source>
        <translation>利用が停止されています</translation>
    </message>
    <message>
        <source>You cannot sign in for now.</source>
        <translation>いまはサインインできません。</translation>
    </message>
    <message>
        <source>Ask the council.</source>
        <translation>協議会にお問い合わせください。</translation>
    </message>
    <message>
        <source>You have been signed out</source>
        <translation>サインインの期限が切れました</translation>
    </message>
    <message>
        <source>The time of this sign-in is over.</source>
        <translation>このサインインで使える時間が終わりました。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>サインインし直してください。</translation>
    </message>
    <message>
        <source>You are not permitted to do this</source>
        <translation>この操作は許可されていません</translation>
    </message>
    <message>
        <source>Your account may not open patients&apos; data.</source>
        <translation>お使いの登録では、患者さんのデータを開けません。</translation>
    </message>
    <message>
        <source>Ask the council if this is not right.</source>
        <translation>心当たりがないときは、協議会にお問い合わせください。</translation>
    </message>
    <message>
        <source>This patient card is not registered</source>
        <translation>この患者カードは登録されていません</translation>
    </message>
    <message>
        <source>The card is one of ours, but belongs to nobody yet.</source>
        <translation>正しい患者カードですが、まだどなたにも登録されていません。</translation>
    </message>
    <message>
        <source>Register the card first, or ask for another card of the patient.</source>
        <translation>先にカードを登録するか、別の患者カードがないか伺ってください。</translation>
    </message>
    <message>
        <source>This patient card was reported lost</source>
        <translation>この患者カードは紛失届が出ています</translation>
    </message>
    <message>
        <source>It can no longer be used.</source>
        <translation>このカードはもう使えません。</translation>
    </message>
    <message>
        <source>Ask whose card it is. The patient needs a new one.</source>
        <translation>どなたのカードか確かめてください。患者さんには新しいカードが必要です。</translation>
    </message>
    <message>
        <source>This patient card has been replaced by a new one</source>
        <translation>この患者カードは再発行により無効です</translation>
    </message>
    <message>
        <source>The old card can no longer be used.</source>
        <translation>古いカードはもう使えません。</translation>
    </message>
    <message>
        <source>Ask the patient for the new card.</source>
        <translation>新しいカードを見せていただいてください。</translation>
    </message>
    <message>
        <source>The patient has withdrawn consent</source>
        <translation>患者さんの同意が取りやめられています</translation>
    </message>
    <message>
        <source>The data may not be opened.</source>
        <translation>データは開けません。</translation>
    </message>
    <message>
        <source>Do not open the data. Consent can be given again by registering a card.</source>
        <translation>閲覧はできません。カードを登録し直すと、あらためて同意できます。</translation>
    </message>
    <message>
        <source>The time for viewing is over</source>
        <translation>閲覧できる時間が終わりました</translation>
    </message>
    <message>
        <source>For safety each viewing ends after a while.</source>
        <translation>安全のため、閲覧は一定の時間で終わります。</translation>
    </message>
    <message>
        <source>Close the patient and have the card shown again.</source>
        <translation>患者を閉じて、もう一度カードを見せていただいてください。</translation>
    </message>
    <message>
        <source>The server does not have what was asked for</source>
        <translation>サーバーに該当するデータがありません</translation>
    </message>
    <message>
        <source>The amount of data is too large</source>
        <translation>データが大きすぎます</translation>
    </message>
    <message>
        <source>The server or this program refused it for safety.</source>
        <translation>安全のため、受け付けませんでした。</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>サーバーが混み合っています</translation>
    </message>
    <message>
        <source>Something went wrong in the server</source>
        <translation>サーバーで問題が起きました</translation>
    </message>
    <message>
        <source>Wait a little and try again. If it happens again, tell the support the code.</source>
        <translation>少し待って、もう一度お試しください。くり返すときは、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>This QR code is not a patient card</source>
        <translation>患者カードではないQRコードです</translation>
    </message>
    <message>
        <source>Show the QR code of the patient card.</source>
        <translation>患者カードのQRコードを見せてください。</translation>
    </message>
    <message>
        <source>This patient card is of a newer kind</source>
        <translation>新しい種類の患者カードです</translation>
    </message>
    <message>
        <source>The program is too old to read it.</source>
        <translation>このソフトが古いため、読めません。</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>ソフトを更新してください。</translation>
    </message>
    <message>
        <source>The card seems to be damaged</source>
        <translation>壊れたカードのようです</translation>
    </message>
    <message>
        <source>Its QR code is a patient card&apos;s, but not complete.</source>
        <translation>患者カードのQRコードですが、一部が欠けています。</translation>
    </message>
    <message>
        <source>Clean the card and show it again. If that does not help, reissue it.</source>
        <translation>カードをふいて、もう一度見せてください。読めないときは再発行してください。</translation>
    </message>
    <message>
        <source>The table of codes cannot be read</source>
        <translation>コード表を読めません</translation>
    </message>
    <message>
        <source>Names of diseases and drugs could not be shown. The program does not start without it.</source>
        <translation>病名や薬の名前を表示できないため、起動しません。</translation>
    </message>
    <message>
        <source>Install the program again, or tell the support the code.</source>
        <translation>ソフトを入れ直すか、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The table of rules cannot be read</source>
        <translation>規則の表を読めません</translation>
    </message>
    <message>
        <source>Flags and drug groups could not be shown. The program does not start without it.</source>
        <translation>注意の印や薬の分類を表示できないため、起動しません。</translation>
    </message>
    <message>
        <source>The data on this laptop could not be encrypted</source>
        <translation>端末のデータを暗号化できません</translation>
    </message>
    <message>
        <source>A part of the program is missing. It does not start, so that nothing is stored unprotected.</source>
        <translation>ソフトの一部が足りません。保護されないまま保存しないよう、起動しません。</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>ソフトを入れ直してください。</translation>
    </message>
    <message>
        <source>This card does not open the data kept on this laptop</source>
        <translation>このカードでは端末に保管したデータを開けません</translation>
    </message>
    <message>
        <source>They were kept with another card, or on another laptop.</source>
        <translation>別のカード、または別の端末で保管されたデータです。</translation>
    </message>
    <message>
        <source>Sign in with the card you used before. The data can also be fetched again.</source>
        <translation>前に使ったカードでサインインしてください。データは受け取り直すこともできます。</translation>
    </message>
    <message>
        <source>The data kept on this laptop were damaged</source>
        <translation>端末に保管したデータが壊れていました</translation>
    </message>
    <message>
        <source>They were set aside and will be fetched again. Nothing is lost.</source>
        <translation>壊れたデータはよけて、受け取り直します。失われたものはありません。</translation>
    </message>
    <message>
        <source>Go on as usual.</source>
        <translation>そのままお使いください。</translation>
    </message>
    <message>
        <source>The data on this laptop were written by a newer program</source>
        <translation>端末のデータは新しいソフトで書かれています</translation>
    </message>
    <message>
        <source>They were left untouched.</source>
        <translation>データには手を加えていません。</translation>
    </message>
    <message>
        <source>The disk of this laptop is full</source>
        <translation>この端末のディスクがいっぱいです</translation>
    </message>
    <message>
        <source>The record of consent cannot be written, so no patient can be opened.</source>
        <translation>同意の記録を書けないため、患者さんを開けません。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>空きを作ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This laptop has no data of this patient</source>
        <translation>この端末には、この患者さんのデータがありません</translation>
    </message>
    <message>
        <source>Open the patient while connected.</source>
        <translation>つながってから開いてください。</translation>
    </message>
    <message>
        <source>Writing to the disk failed</source>
        <translation>ディスクへの書き込みに失敗しました</translation>
    </message>
    <message>
        <source>The patient was not opened, or not everything was kept.</source>
        <translation>患者さんを開けなかったか、一部を保管できませんでした。</translation>
    </message>
    <message>
        <source>A file or an answer could not be read</source>
        <translation>ファイルか返事を読めませんでした</translation>
    </message>
    <message>
        <source>A file or an answer is not complete</source>
        <translation>ファイルか返事の内容が足りません</translation>
    </message>
    <message>
        <source>The settings of this laptop are missing</source>
        <translation>この端末の設定がありません</translation>
    </message>
    <message>
        <source>It has not been set up yet.</source>
        <translation>まだ設定が済んでいません。</translation>
    </message>
    <message>
        <source>Run the set-up, or tell the support the code.</source>
        <translation>設定を行うか、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The settings of this laptop cannot be read</source>
        <translation>この端末の設定を読めません</translation>
    </message>
    <message>
        <source>Run the set-up again, or tell the support the code.</source>
        <translation>設定をやり直すか、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The folder for data cannot be used</source>
        <translation>データの保管場所を使えません</translation>
    </message>
    <message>
        <source>It cannot be made, or not be written to.</source>
        <translation>作れないか、書き込めません。</translation>
    </message>
    <message>
        <source>Check that the disk is not full, or tell the support the code.</source>
        <translation>ディスクの空きを確かめるか、右下の番号をサポートに伝えてください。</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>思わぬ問題が起きました</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>サインインし直す</translation>
    </message>
    <message>
        <source>Close the patient</source>
        <translation>患者を閉じる</translation>
    </message>
    <message>
        <source>The code files are not in a known form</source>
        <translation>コードのファイルが決まった形ではありません</translation>
    </message>
    <message>
        <source>The table of codes was not made.</source>
        <translation>コード表は作られていません。</translation>
    </message>
    <message>
        <source>Check that they are the official files.</source>
        <translation>公式のファイルか確かめてください。</translation>
    </message>
    <message>
        <source>The table of codes could not be written</source>
        <translation>コード表を書き込めませんでした</translation>
    </message>
    <message>
        <source>Check the folder and the space left on the disk.</source>
        <translation>保存先と、ディスクの空きを確かめてください。</translation>
    </message>
    <message>
        <source>With this card nothing can be kept for offline use</source>
        <translation>このカードでは、オフライン用のデータを端末に残せません</translation>
    </message>
    <message>
        <source>You can see patients while the laptop is online. What was fetched is destroyed when the card is taken out.</source>
        <translation>オンラインの間は通常どおり閲覧できます。取得したデータは、カードを抜くと消去されます。</translation>
    </message>
    <message>
        <source>For home visits without a network, use a card that can protect the data on the laptop.</source>
        <translation>通信のできない訪問先で使うときは、端末のデータを保護できるカードをお使いください。</translation>
    </message>
    <message>
        <source>This is a My Number card</source>
        <translation>マイナンバーカードが置かれています</translation>
    </message>
    <message>
        <source>It is the patient&apos;s card. You sign in with your doctor&apos;s card.</source>
        <translation>マイナンバーカードは患者さんのカードです。サインインには医師のカードを使います。</translation>
    </message>
    <message>
        <source>Take it out and put your doctor&apos;s card on the reader.</source>
        <translation>カードを抜いて、医師のカードを置いてください。</translation>
    </message>
    <message>
        <source>This is not a My Number card</source>
        <translation>マイナンバーカードではありません</translation>
    </message>
    <message>
        <source>Nothing was asked of it.</source>
        <translation>このカードには何も送っていません。</translation>
    </message>
    <message>
        <source>Put the patient&apos;s My Number card on the reader, or show the QR card.</source>
        <translation>患者さんのマイナンバーカードを置くか、QRカードをかざしてください。</translation>
    </message>
    <message>
        <source>The list of trusted keys cannot be read</source>
        <translation>信頼する鍵の一覧を読めません</translation>
    </message>
    <message>
        <source>Rules and tables that were delivered later cannot be verified. Those that came with the program are used.</source>
        <translation>あとから配られたルールやコード表を確かめられないため、プログラムに付属のものを使っています。</translation>
    </message>
    <message>
        <source>The delivered rules are not signed</source>
        <translation>配られた判定ルールに署名がありません</translation>
    </message>
    <message>
        <source>The rules that came with the program are used.</source>
        <translation>プログラムに付属の判定ルールを使っています。</translation>
    </message>
    <message>
        <source>The delivered rules are signed by somebody who is not trusted</source>
        <translation>配られた判定ルールの署名が、信頼する相手のものではありません</translation>
    </message>
    <message>
        <source>The delivered rules were changed after they were signed</source>
        <translation>配られた判定ルールが、署名のあとに変えられています</translation>
    </message>
    <message>
        <source>The delivered rules are older than those of the program</source>
        <translation>配られた判定ルールは、プログラムに付属のものより古い版です</translation>
    </message>
    <message>
        <source>Nothing needs to be done. The support can remove the old ones.</source>
        <translation>そのままお使いください。古い版はサポートが取り除けます。</translation>
    </message>
    <message>
        <source>The delivered rules cannot be read by this program</source>
        <translation>配られた判定ルールを、このプログラムは読めません</translation>
    </message>
    <message>
        <source>Update the program, or tell the support the code.</source>
        <translation>プログラムを更新するか、サポートにコードをお伝えください。</translation>
    </message>
    <message>
        <source>The consent took too long</source>
        <translation>同意の手続きに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>For safety the doctor&apos;s card has to be back within a few minutes. Nothing was opened.</source>
        <translation>安全のため、先生のカードは数分以内に戻していただく必要があります。何も開いていません。</translation>
    </message>
    <message>
        <source>Ask the patient for the My Number card once more.</source>
        <translation>患者さんにもう一度マイナンバーカードをお願いしてください。</translation>
    </message>
    <message>
        <source>This consent was used before</source>
        <translation>この同意はすでに使われています</translation>
    </message>
    <message>
        <source>One PIN of the patient opens the data once.</source>
        <translation>患者さんの暗証番号1回で開けるのは1度だけです。</translation>
    </message>
    <message>
        <source>This consent was given to another sign-in</source>
        <translation>この同意は別のサインインに対するものです</translation>
    </message>
    <message>
        <source>It does not count on this laptop, or not for you.</source>
        <translation>この端末、またはこのサインインでは使えません。</translation>
    </message>
    <message>
        <source>The server did not accept the My Number card&apos;s signature</source>
        <translation>マイナンバーカードの署名が受け付けられませんでした</translation>
    </message>
    <message>
        <source>Consent could not be proved. Nothing was opened.</source>
        <translation>同意を確かめられなかったため、何も開いていません。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, use the QR card and tell the support the code.</source>
        <translation>もう一度お試しください。くり返すときは患者カード(QR)を使い、コードをサポートに伝えてください。</translation>
    </message>
    <message>
        <source>The server does not accept this card as a My Number card</source>
        <translation>マイナンバーカードとして認められませんでした</translation>
    </message>
    <message>
        <source>Its certificate is of another issuer, or for another use.</source>
        <translation>電子証明書の発行元または用途が違います。</translation>
    </message>
    <message>
        <source>Ask the patient for the QR card.</source>
        <translation>患者さんに患者カード(QR)をお願いしてください。</translation>
    </message>
    <message>
        <source>The My Number card&apos;s certificate has expired</source>
        <translation>マイナンバーカードの電子証明書の有効期限が切れています</translation>
    </message>
    <message>
        <source>The patient can renew it at the municipal office.</source>
        <translation>市区町村の窓口で更新できます。</translation>
    </message>
    <message>
        <source>Until then ask the patient for the QR card.</source>
        <translation>それまでは患者カード(QR)をお願いしてください。</translation>
    </message>
    <message>
        <source>This My Number card is not linked to the service</source>
        <translation>このマイナンバーカードはまだ登録されていません</translation>
    </message>
    <message>
        <source>The card is good, but nobody has been registered with it. A renewed card has to be registered anew.</source>
        <translation>カードに問題はありませんが、ひもづく方が登録されていません。更新したカードは登録し直す必要があります。</translation>
    </message>
    <message>
        <source>Ask the patient for the QR card, or have the card registered.</source>
        <translation>患者カード(QR)をお願いするか、カードを登録してください。</translation>
    </message>
    <message>
        <source>This My Number card may no longer be used here</source>
        <translation>このマイナンバーカードは使えなくなっています</translation>
    </message>
    <message>
        <source>It was reported lost, renewed, or its use was stopped by the patient.</source>
        <translation>紛失届・更新・ご本人による利用停止のいずれかです。</translation>
    </message>
    <message>
        <source>Ask whose card it is, and for the new card or the QR card.</source>
        <translation>どなたのカードか確かめ、新しいカードか患者カード(QR)をお願いしてください。</translation>
    </message>
    <message>
        <source>The doctor&apos;s card was not back in time</source>
        <translation>先生のカードが時間内に戻りませんでした</translation>
    </message>
    <message>
        <source>For safety the sign-in has ended. Nothing of the patient was opened.</source>
        <translation>安全のためサインインを終了しました。患者さんのデータは開いていません。</translation>
    </message>
    <message>
        <source>Put your card on the reader and sign in again.</source>
        <translation>カードをリーダーに置き、もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>This is not the card you signed in with</source>
        <translation>サインインしたカードではありません</translation>
    </message>
    <message>
        <source>Only the same card can go on.</source>
        <translation>続けられるのは、サインインしたカードだけです。</translation>
    </message>
    <message>
        <source>Put the card you signed in with on the reader.</source>
        <translation>サインインしたカードをリーダーに置いてください。</translation>
    </message>
    <message>
        <source>The delivered table of codes is not signed</source>
        <translation>配られたコード表に署名がありません</translation>
    </message>
    <message>
        <source>The table that came with the program is used.</source>
        <translation>プログラムに付属のコード表を使っています。</translation>
    </message>
    <message>
        <source>The delivered table of codes is signed by somebody who is not trusted</source>
        <translation>配られたコード表の署名は、信頼できる発行元のものではありません</translation>
    </message>
    <message>
        <source>The delivered table of codes was changed after it was signed</source>
        <translation>配られたコード表が、署名のあとに変えられています</translation>
    </message>
    <message>
        <source>The delivered table of codes is older than that of the program</source>
        <translation>配られたコード表は、プログラムに付属のものより古い版です</translation>
    </message>
    <message>
        <source>The delivered table of codes cannot be read by this program</source>
        <translation>配られたコード表を、このプログラムでは読めません</translation>
    </message>
    <message>
        <source>No PIN was entered on the reader in time</source>
        <translation>時間内にリーダーで暗証番号が入力されませんでした</translation>
    </message>
    <message>
        <source>Nothing was sent to the card: no try was used up.</source>
        <translation>カードには何も送っていません。残り回数は減っていません。</translation>
    </message>
    <message>
        <source>Enter the PIN once more, on the reader or on the screen.</source>
        <translation>もう一度、リーダーまたは画面で暗証番号を入力してください。</translation>
    </message>
    <message>
        <source>The entry was cancelled on the reader</source>
        <translation>リーダーで入力が取り消されました</translation>
    </message>
    <message>
        <source>The PIN typed on the reader has the wrong number of digits</source>
        <translation>リーダーで入力された暗証番号の桁数が違います</translation>
    </message>
    <message>
        <source>This card&apos;s PIN cannot be typed on the reader</source>
        <translation>このカードの暗証番号は、リーダーのテンキーでは入力できません</translation>
    </message>
    <message>
        <source>The reader did not take it over. No try was used up.</source>
        <translation>リーダーが入力を受け付けませんでした。残り回数は減っていません。</translation>
    </message>
    <message>
        <source>Enter the PIN on the screen.</source>
        <translation>画面で暗証番号を入力してください。</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProblemTableModel</name>
    <message>
        <source>(%1 and others)</source>
        <translation>(%1 ほか)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>named in %1 months</source>
        <translation>%1か月に記載</translation>
    </message>
    <message>
        <source>Disease</source>
        <translation>病名</translation>
    </message>
    <message>
        <source>Treatment in the same period</source>
        <translation>同じ期間の治療</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>医療機関</translation>
    </message>
    <message>
        <source>Start there</source>
        <translation>診療開始日</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProblemsPanel</name>
    <message>
        <source>Main problems</source>
        <translation>主な傷病</translation>
    </message>
    <message>
        <source>F3 Diseases</source>
        <translation>F3 傷病</translation>
    </message>
    <message>
        <source>%1/%2–%3</source>
        <comment>year, months</comment>
        <translation>%1年%2〜%3月</translation>
    </message>
    <message>
        <source>%1/%2–%4/%3</source>
        <comment>year, month, month, year</comment>
        <translation>%1年%2月〜%4年%3月</translation>
    </message>
    <message>
        <source>receipts of %1</source>
        <translation>%1のレセプト</translation>
    </message>
    <message>
        <source>Suspected %1</source>
        <translation>疑い %1</translation>
    </message>
    <message>
        <source>shown apart from the diagnoses</source>
        <translation>疑い病名は別表示</translation>
    </message>
    <message>
        <source>single month %1 · past %2 ›</source>
        <translation>単月 %1・過去 %2 ›</translation>
    </message>
    <message>
        <source>No disease is recorded as treated or continuing (up to treatment in %1)</source>
        <translation>治療あり・記載継続に当たる病名の記載はありません(%1診療分まで)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProcedureListModel</name>
    <message>
        <source>mo. %1, %2×</source>
        <comment>month, times</comment>
        <translation>%1月 %2回</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProcedureModel</name>
    <message>
        <source>%1 months from %2</source>
        <translation>%2〜 %1か月</translation>
    </message>
    <message>
        <source>Claims that are no acts on this patient</source>
        <translation>この患者への行為ではない請求</translation>
    </message>
    <message>
        <source>(%1 and others)</source>
        <translation>(%1 ほか)</translation>
    </message>
    <message>
        <source>out-patient</source>
        <translation>外来</translation>
    </message>
    <message>
        <source>in-patient</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>in-patient %1–%2</source>
        <translation>入院 %1〜%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>act, what else is known</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>区分番号</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>医療機関</translation>
    </message>
    <message>
        <source>In / out</source>
        <translation>入院・外来</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>レセプト</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ProceduresPage</name>
    <message>
        <source>Procedure, section number</source>
        <translation>手術・処置名・区分番号</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Anaesthesia</source>
        <translation>麻酔</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>処置</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>在宅</translation>
    </message>
    <message>
        <source>Imaging, endoscopy</source>
        <translation>画像・内視鏡</translation>
    </message>
    <message>
        <source>Transfusion</source>
        <translation>輸血</translation>
    </message>
    <message>
        <source>In-patient</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>With management fees</source>
        <translation>管理料を含める</translation>
    </message>
    <message>
        <source>Ten years of surgery and admissions</source>
        <translation>10年の手術・入院</translation>
    </message>
    <message>
        <source>▲ surgery  ■ admission (length = days)  band = claimed month by month</source>
        <translation>▲ 手術 ■ 入院(長さ=日数) 帯=毎月の算定</translation>
    </message>
    <message>
        <source>Surgery and procedures</source>
        <translation>手術・処置</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2件中 %1件を表示</translation>
    </message>
    <message>
        <source>line at the right = last month of data (%1). Surgery known from a disease name only is not listed here</source>
        <translation>右端の縦線=データの最終月(%1) 病名だけに書かれた手術はここに含みません</translation>
    </message>
    <message>
        <source>Back to the table: %1</source>
        <translation>表に戻る(%1件)</translation>
    </message>
    <message>
        <source>Ten years: surgery %1, admissions %2</source>
        <translation>10年の図:手術 %1件・入院 %2件</translation>
    </message>
    <message>
        <source>acts of that month: %1</source>
        <translation>この月の手術・処置 %1件</translation>
    </message>
    <message>
        <source>no surgery or procedure is recorded in that month</source>
        <translation>この月に手術・処置の記録はありません</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::RankedModel</name>
    <message>
        <source>%1 more (%2)</source>
        <translation>他 %1件(%2)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>first names of a list that goes on</comment>
        <translation>%1 ほか</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>他 %1件</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::RawLinesModel</name>
    <message>
        <source>Institution</source>
        <translation>医療機関</translation>
    </message>
    <message>
        <source>Pharmacy</source>
        <translation>薬局</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>レセプト</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保険者</translation>
    </message>
    <message>
        <source>Public expense</source>
        <translation>公費</translation>
    </message>
    <message>
        <source>Eligibility</source>
        <translation>資格確認</translation>
    </message>
    <message>
        <source>Days of visit</source>
        <translation>受診日</translation>
    </message>
    <message>
        <source>Disease</source>
        <translation>傷病名</translation>
    </message>
    <message>
        <source>Medical act</source>
        <translation>診療行為</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>医薬品</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>特定器材</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>症状詳記</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>処方</translation>
    </message>
    <message>
        <source>Dispensing</source>
        <translation>調剤</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>調剤料等</translation>
    </message>
    <message>
        <source>◀ evidence</source>
        <translation>◀ 根拠</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>記録された文字</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::RiskModel</name>
    <message>
        <source>%1 more</source>
        <translation>ほか %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記載あり</translation>
    </message>
    <message>
        <source>Recorded
Enter: evidence</source>
        <translation>記載あり
根拠は Enter</translation>
    </message>
    <message>
        <source>Cannot be known from receipts</source>
        <translation>レセプトでは判定不可</translation>
    </message>
    <message>
        <source>Receipts
cannot tell</source>
        <translation>レセプトでは
判定不可</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Not recorded up to treatment in %1</source>
        <translation>記載なし(%1診療分まで)</translation>
    </message>
    <message>
        <source>Not recorded
up to %1</source>
        <translation>記載なし
%1分まで</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::RiskPanel</name>
    <message>
        <source>Risk factors</source>
        <translation>リスク因子</translation>
    </message>
    <message>
        <source>The list of risk factors is not loaded</source>
        <translation>リスク因子の一覧が読み込まれていません</translation>
    </message>
    <message>
        <source>The next list of risk factors (Alt+R)</source>
        <translation>次のリスク因子の表(Alt+R)</translation>
    </message>
    <message>
        <source>■ recorded %1   □ not recorded %2 (up to %4)   ? cannot be known %3</source>
        <translation>■ 記載あり %1   □ 記載なし %2(%4分まで)   ?&#xa0;判定不可&#xa0;%3</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ScanPage</name>
    <message>
        <source>Show the QR code of the patient card to the camera</source>
        <translation>患者カードのQRコードをカメラに見せてください</translation>
    </message>
    <message>
        <source>If it is not read</source>
        <translation>うまく読めないとき</translation>
    </message>
    <message>
        <source>Hold it 15 to 25 cm away, avoid reflections, keep the card flat</source>
        <translation>15〜25cm離す・照明の映り込みを避ける・カードを平らに</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>別のカメラ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Read. Checking…</source>
        <translation>読み取りました 確認しています…</translation>
    </message>
    <message>
        <source>Record relation and reason first</source>
        <translation>先に続柄と理由を記録してください</translation>
    </message>
    <message>
        <source>Hold the card inside the frame</source>
        <translation>カードを枠の中へ</translation>
    </message>
    <message>
        <source>Receipts: %1 of %2</source>
        <translation>レセプト %2枚中 %1枚</translation>
    </message>
    <message>
        <source>Receipts: %1</source>
        <translation>レセプト %1枚</translation>
    </message>
    <message>
        <source>Asking the council&apos;s server…</source>
        <translation>協議会のサーバーに確認しています…</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>カメラ:%1</translation>
    </message>
    <message>
        <source>Without a QR card</source>
        <translation>患者カード(QR)がないとき</translation>
    </message>
    <message>
        <source>Open with the My Number card</source>
        <translation>マイナンバーカードで開く</translation>
    </message>
    <message>
        <source>A patient is being opened</source>
        <translation>患者さんを開いています</translation>
    </message>
    <message>
        <source>The patient types the 4-digit PIN of the card</source>
        <translation>患者さんに4けたの暗証番号を入れていただきます</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SearchModel</name>
    <message>
        <source>Diseases</source>
        <translation>傷病</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>薬</translation>
    </message>
    <message>
        <source>Surgery and procedures</source>
        <translation>手術・処置</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>医療機関</translation>
    </message>
    <message>
        <source>Suspected diseases</source>
        <translation>疑い病名</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1回</translation>
    </message>
    <message>
        <source>%1 visit days</source>
        <translation>受診 %1日</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence read aloud</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>記載</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>医療機関</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SearchPage</name>
    <message>
        <source>What was found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Name, kana, generic name, class, code</source>
        <translation>名称・かな・一般名・分類・コード</translation>
    </message>
    <message>
        <source>Type a part of a name, its kana, or a code</source>
        <translation>名称の一部、読み(かな)、コードを入れてください</translation>
    </message>
    <message>
        <source>No such words in the receipts (up to treatment in %1)</source>
        <translation>レセプト上、この言葉を含む記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>%1 of %2 · ↑↓ row · Enter evidence · Esc back</source>
        <translation>%2件中 %1件 ・ ↑↓ 行 ・ Enter 根拠 ・ Esc 戻る</translation>
    </message>
    <message>
        <source>Everything at once · Esc back</source>
        <translation>すべての記録から探します ・ Esc 戻る</translation>
    </message>
    <message>
        <source>Below: %1</source>
        <translation>この下:%1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SheetModel</name>
    <message>
        <source>Diseases</source>
        <translation>傷病名</translation>
    </message>
    <message>
        <source>Start of treatment</source>
        <translation>診療開始日</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>転帰</translation>
    </message>
    <message>
        <source>Acts and drugs</source>
        <translation>診療行為・医薬品</translation>
    </message>
    <message>
        <source>Prescriptions</source>
        <translation>処方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Points × count</source>
        <translation>点数×回数</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>算定日</translation>
    </message>
    <message>
        <source>Fees of the pharmacy</source>
        <translation>調剤基本料・薬学管理料など</translation>
    </message>
    <message>
        <source>Remarks on the whole receipt</source>
        <translation>レセプト全体の注記・症状詳記</translation>
    </message>
    <message>
        <source>Lines that could not be read</source>
        <translation>読み取れなかった行</translation>
    </message>
    <message>
        <source>%1 (not in the master)</source>
        <translation>%1(マスター未収載)</translation>
    </message>
    <message>
        <source>◀ evidence</source>
        <translation>◀ 根拠</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>The stay as DPC classifies and pays it</source>
        <translation>診断群分類と包括評価</translation>
    </message>
    <message>
        <source>Covered by the per-diem fee (no points)</source>
        <translation>包括に含まれる診療(点数なし)</translation>
    </message>
    <message>
        <source>%1 (cut by the payer&apos;s review)</source>
        <translation>%1(査定で減)</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>症状詳記</translation>
    </message>
    <message>
        <source>What the payer&apos;s review did</source>
        <translation>審査による補正</translation>
    </message>
    <message>
        <source>Record %1, line %2: to be seen under &apos;As recorded&apos;</source>
        <translation>%1レコード(%2行目):「記録のまま」で見られます</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>保険・公費</translation>
    </message>
    <message>
        <source>Total points (days)</source>
        <translation>合計点数(日数・回数)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SheetPage</name>
    <message>
        <source>Emergency sheet</source>
        <translation>緊急シート</translation>
    </message>
    <message>
        <source>Print on A4</source>
        <translation>A4に印刷</translation>
    </message>
    <message>
        <source>For medical staff</source>
        <translation>医療者用</translation>
    </message>
    <message>
        <source>Below: %1 rows  PgDn</source>
        <translation>この下 %1件 PgDn</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SignInPage</name>
    <message>
        <source>Clinical support from health insurance receipts</source>
        <translation>レセプト情報を活用した診療支援システム</translation>
    </message>
    <message>
        <source>I forgot my PIN</source>
        <translation>暗証番号を忘れた</translation>
    </message>
    <message>
        <source>The card cannot be read</source>
        <translation>カードが読めない</translation>
    </message>
    <message>
        <source>If you forgot your PIN</source>
        <translation>暗証番号を忘れたとき</translation>
    </message>
    <message>
        <source>If the card cannot be read</source>
        <translation>カードが読めないとき</translation>
    </message>
    <message>
        <source>Take it out, wipe the chip with a dry cloth and put it in again, chip first. Then unplug the reader and plug it in again.</source>
        <translation>カードを抜き、チップを乾いた布でふいて、チップの側から入れ直してください。それでも読めないときは、リーダーを差し直してください。</translation>
    </message>
    <message>
        <source>You can type it once your card has been read</source>
        <translation>カードを読むと入力できます</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::StandNote</name>
    <message>
        <source>All of that month Alt+M</source>
        <translation>この月をすべて表示 Alt+M</translation>
    </message>
    <message>
        <source>Back to the newest Esc</source>
        <translation>最新に戻る Esc</translation>
    </message>
    <message>
        <source>search emptied</source>
        <translation>検索語を外しました</translation>
    </message>
    <message>
        <source>Seen from %1: data not obtained (change of insurer). What was done then cannot be known</source>
        <translation>%1から見ています · この月のデータは未取得です(保険者の変更)。何があったかは分かりません</translation>
    </message>
    <message>
        <source>Seen from %1</source>
        <translation>%1から見ています</translation>
    </message>
    <message>
        <source>%1 (up to treatment in %2)</source>
        <translation>%1(%2診療分まで)</translation>
    </message>
    <message>
        <source>%1, %2 of them shown</source>
        <translation>%1のうち %2件を表示</translation>
    </message>
    <message>
        <source>its data have arrived in part only</source>
        <translation>この月のデータは一部のみ届いています</translation>
    </message>
    <message>
        <source>fees: %1 (Alt+K)</source>
        <translation>管理料・判断料など %1件(Alt+K で表示)</translation>
    </message>
    <message>
        <source>switched for it: %1</source>
        <translation>この月のために変更: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::StartProblem</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::StatusLine</name>
    <message>
        <source>%1 (%2) %3</source>
        <comment>date, weekday, time</comment>
        <translation>%1(%2) %3</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>kind of card</comment>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>locks in %1 without a touch</source>
        <translation>無操作ロックまで %1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SummaryPage</name>
    <message>
        <source>Surgery and procedures</source>
        <translation>手術・処置</translation>
    </message>
    <message>
        <source>surgery 5 years · others 3 months</source>
        <translation>手術5年・処置3か月</translation>
    </message>
    <message>
        <source>F4 Procedures</source>
        <translation>F4 手術・処置</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>last day / times in 12 months</source>
        <translation>最終日 / 12か月の回数</translation>
    </message>
    <message>
        <source>F6 Tests</source>
        <translation>F6 検査</translation>
    </message>
    <message>
        <source>procedures %1</source>
        <translation>手術・処置 %1</translation>
    </message>
    <message>
        <source>tests %1</source>
        <translation>検査 %1</translation>
    </message>
    <message>
        <source>visits and data</source>
        <translation>受診とデータ取得</translation>
    </message>
    <message>
        <source>risk factors %1</source>
        <translation>リスク因子 %1</translation>
    </message>
    <message>
        <source>problems %1</source>
        <translation>傷病 %1</translation>
    </message>
    <message>
        <source>drugs %1</source>
        <translation>薬 %1</translation>
    </message>
    <message>
        <source>risk factors</source>
        <translation>リスク因子</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::SuspectedModel</name>
    <message>
        <source>no longer written as suspected from %1</source>
        <translation>%1に疑いの記載がなくなりました</translation>
    </message>
    <message>
        <source>paired test: %1</source>
        <translation>組の検査:%1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TableDelegate</name>
    <message>
        <source>%1: %2</source>
        <comment>head of a column, its words</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>without room: %1</source>
        <comment>names of columns</comment>
        <translation>省いた列:%1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TestListModel</name>
    <message>
        <source>%1×</source>
        <comment>times</comment>
        <translation>%1回</translation>
    </message>
    <message>
        <source>Last: %1 %2</source>
        <translation>最終 %1 %2</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>包括</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TimelineLanes</name>
    <message>
        <source>, </source>
        <comment>between items of a month</comment>
        <translation>・</translation>
    </message>
    <message>
        <source>Health Insurance Association</source>
        <translation>協会けんぽ</translation>
    </message>
    <message>
        <source>Company insurance</source>
        <translation>組合健保</translation>
    </message>
    <message>
        <source>Mutual aid</source>
        <translation>共済組合</translation>
    </message>
    <message>
        <source>Late-stage elderly</source>
        <translation>後期高齢者医療</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>保険者</translation>
    </message>
    <message>
        <source>National health insurance</source>
        <translation>国民健康保険</translation>
    </message>
    <message>
        <source>%1 %2 places</source>
        <comment>drug, number of prescribers</comment>
        <translation>%1 %2機関</translation>
    </message>
    <message>
        <source>Pharmacies (%1)</source>
        <translation>薬局(%1か所)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last month</comment>
        <translation>%1〜%2</translation>
    </message>
    <message>
        <source>%1 not obtained (change of insurer)</source>
        <translation>%1 未取得(保険者の変更)</translation>
    </message>
    <message>
        <source>%1 in-patient %2 to %3</source>
        <translation>%1 入院 %2〜%3</translation>
    </message>
    <message>
        <source>drugs first seen: %1</source>
        <translation>初めて記載された薬:%1</translation>
    </message>
    <message>
        <source>drugs ended, by estimate: %1</source>
        <translation>終了と推定の薬:%1</translation>
    </message>
    <message>
        <source>%1 %2 days</source>
        <comment>institution, days</comment>
        <translation>%1 %2日</translation>
    </message>
    <message>
        <source>%1: data not obtained (change of insurer). What was done then cannot be known</source>
        <translation>%1:データ未取得(保険者の変更)。この月に行われた診療は分かりません</translation>
    </message>
    <message>
        <source>%1: no visit recorded (up to treatment in %2)</source>
        <translation>%1:受診の記録はありません(%2診療分まで)</translation>
    </message>
    <message>
        <source>arrived in part only</source>
        <translation>一部のみ届いています</translation>
    </message>
    <message>
        <source>Receipts of %1</source>
        <translation>%1のレセプト</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TimelinePage</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts Enter</source>
        <translation>
            <numerusform>レセプト %n枚 Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 · ←→ month · Ctrl+←→ year · ↑↓ next event · Enter receipts of the month</source>
        <translation>%1〜%2 ・ ←→ 月 ・ Ctrl+←→ 年 ・ ↑↓ 次のできごと ・ Enter その月のレセプト</translation>
    </message>
    <message>
        <source>no surgery or admission recorded (up to treatment in %1)</source>
        <translation>手術・入院の記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1日</translation>
    </message>
    <message>
        <source>2–3 days</source>
        <translation>2〜3日</translation>
    </message>
    <message>
        <source>4–9 days</source>
        <translation>4〜9日</translation>
    </message>
    <message>
        <source>10 days and more</source>
        <translation>10日以上</translation>
    </message>
    <message>
        <source>in-patient</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>▲ surgery  hatched = not obtained  dashed = taken as 14 days</source>
        <translation>▲手術  斜線=未取得  点線=期間を14日と推定</translation>
    </message>
    <message>
        <source>blank = no visit recorded (up to treatment in %1)</source>
        <translation>空白=受診の記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>Below: %1  Ctrl+↓</source>
        <translation>この下:%1 Ctrl+↓</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TimelineView</name>
    <message>
        <source>Time line by month</source>
        <translation>月ごとの経過</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Admissions</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>Drugs (14 days and more, by estimate)</source>
        <translation>薬(14日以上の処方・期間は推定)</translation>
    </message>
    <message>
        <source>%1 others (F5)</source>
        <translation>他 %1種類(F5)</translation>
    </message>
    <message>
        <source>Visit days a month</source>
        <translation>受診日数/月</translation>
    </message>
    <message>
        <source>%1 other institutions</source>
        <translation>他 %1機関</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ取得</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days of an admission</comment>
        <translation>%1日</translation>
    </message>
    <message>
        <source>in</source>
        <comment>in-patient, in a cell</comment>
        <translation>入</translation>
    </message>
    <message>
        <source>drugs %1</source>
        <comment>below</comment>
        <translation>薬 %1</translation>
    </message>
    <message>
        <source>institutions %1</source>
        <comment>below</comment>
        <translation>医療機関 %1</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::ToolRow</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::TriesBox</name>
    <message>
        <source>Left:</source>
        <comment>tries left, before the number</comment>
        <translation>残り</translation>
    </message>
    <message>
        <source>tries</source>
        <comment>after the number of tries left</comment>
        <translation>回</translation>
    </message>
    <message>
        <source>The card does not tell how many tries are left</source>
        <translation>残り回数はカードから分かりません</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::VisitModel</name>
    <message>
        <source>%1 others</source>
        <translation>他 %1機関</translation>
    </message>
    <message>
        <source>Pharmacies (%1)</source>
        <translation>薬局(%1か所)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ取得</translation>
    </message>
    <message>
        <source>in</source>
        <comment>in-patient, one letter</comment>
        <translation>入</translation>
    </message>
    <message>
        <source>in-patient</source>
        <translation>入院</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1日</translation>
    </message>
    <message>
        <source>no visit recorded (up to treatment in %1)</source>
        <translation>受診の記録なし(%1診療分まで)</translation>
    </message>
    <message>
        <source>%1; its data have arrived in part only</source>
        <translation>%1。データは一部のみです</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::VisitsPanel</name>
    <message>
        <source>Visits and data</source>
        <translation>受診とデータ取得</translation>
    </message>
    <message>
        <source>visit days a month · in = in-patient</source>
        <translation>受診日数/月・入=入院</translation>
    </message>
    <message>
        <source>M = missing: %1</source>
        <translation>抜=%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>hatched = not arrived</source>
        <translation>斜線=未着</translation>
    </message>
    <message>
        <source>P = some insurers or kinds</source>
        <translation>部=一部のみ</translation>
    </message>
    <message>
        <source>F7 Time line</source>
        <translation>F7 経過</translation>
    </message>
    <message>
        <source>hatched = not arrived, or missing</source>
        <translation>斜線=未着・未取得</translation>
    </message>
    <message>
        <source>blank = none recorded up to %1</source>
        <translation>空白=受診の記録なし(%1分まで)</translation>
    </message>
</context>
<context>
    <name>kmixr::ui::Words</name>
    <message>
        <source>·</source>
        <comment>between two words of a list</comment>
        <translation>・</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>institution and how many others</comment>
        <translation>%1 他%2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>month</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>%1/%2/%3</source>
        <comment>day</comment>
        <translation>%1年%2月%3日</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>year</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>Treated</source>
        <translation>治療あり</translation>
    </message>
    <message>
        <source>Named on</source>
        <translation>記載継続</translation>
    </message>
    <message>
        <source>Single month</source>
        <translation>単月</translation>
    </message>
    <message>
        <source>Suspected</source>
        <translation>疑い</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>過去</translation>
    </message>
    <message>
        <source>named in the last 3 months, with a matching treatment in the same period</source>
        <translation>直近3か月に記載があり、同じ期間に対応する治療の算定がある</translation>
    </message>
    <message>
        <source>named in 2 months or more; no matching treatment found</source>
        <translation>2か月以上の記載。対応する治療の算定は見つからない</translation>
    </message>
    <message>
        <source>named in one month only, or an acute disease</source>
        <translation>1か月だけの記載、または急性の病名</translation>
    </message>
    <message>
        <source>ended, or not named for more than 6 months</source>
        <translation>終わった病名、または6か月を超えて記載がない</translation>
    </message>
    <message>
        <source>Names written for a test or the like. Not treated as a diagnosis: not among the main problems, the risk factors or the printed diagnoses.</source>
        <translation>検査などのために記載された名前です。診断として扱いません。主な傷病・リスク因子・印刷の病名欄には出しません。</translation>
    </message>
    <message>
        <source>cured</source>
        <translation>治ゆ</translation>
    </message>
    <message>
        <source>died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>stopped (moved)</source>
        <translation>中止(転医)</translation>
    </message>
    <message>
        <source>main</source>
        <translation>主傷病</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>コードなし</translation>
    </message>
    <message>
        <source>not in the master</source>
        <translation>マスター未収載</translation>
    </message>
    <message>
        <source>%1×%2 d</source>
        <comment>amount a day, days</comment>
        <translation>%1×%2日</translation>
    </message>
    <message>
        <source>%1×%2 doses</source>
        <comment>amount a dose, doses</comment>
        <translation>%1×%2回</translation>
    </message>
    <message>
        <source>%1 (14 d)</source>
        <comment>amount, flat period</comment>
        <translation>%1(14日)</translation>
    </message>
    <message>
        <source>taken, by estimate</source>
        <translation>服用中と推定</translation>
    </message>
    <message>
        <source>continued up to the last month of data</source>
        <translation>データ最終月まで継続</translation>
    </message>
    <message>
        <source>ended, by estimate</source>
        <translation>終了と推定</translation>
    </message>
    <message>
        <source>ended, by estimate %1</source>
        <comment>short day</comment>
        <translation>終了と推定 %1</translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation>残 %1日</translation>
    </message>
    <message>
        <source>%1 d over</source>
        <translation>日数切れ %1日</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>short day</comment>
        <translation>%1迄</translation>
    </message>
    <message>
        <source>Dupl. %1</source>
        <translation>重複%1</translation>
    </message>
    <message>
        <source>Comb. %1</source>
        <translation>統合%1</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>同種%1</translation>
    </message>
    <message>
        <source>same ingredient and route</source>
        <translation>同一成分・同一経路</translation>
    </message>
    <message>
        <source>same ingredient</source>
        <translation>同一成分</translation>
    </message>
    <message>
        <source>same class</source>
        <translation>同種同効</translation>
    </message>
    <message>
        <source>No such record in the receipts (up to treatment in %1)</source>
        <translation>レセプト上、該当する記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>No record of the items shown here (up to treatment in %1)</source>
        <translation>表示する項目の記録はありません(%1診療分まで)</translation>
    </message>
    <message>
        <source>No overlap was found (up to treatment in %1)</source>
        <translation>重なりは見つかりません(%1診療分まで)</translation>
    </message>
    <message>
        <source>No receipt has arrived yet</source>
        <translation>まだレセプトが届いていません</translation>
    </message>
    <message>
        <source>No row meets this condition. Show all %1 (Esc)</source>
        <translation>この条件に合う行はありません。全%1件を表示(Esc)</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Anaesthesia</source>
        <translation>麻酔</translation>
    </message>
    <message>
        <source>Treatment and dialysis</source>
        <translation>処置・透析</translation>
    </message>
    <message>
        <source>Home care</source>
        <translation>在宅</translation>
    </message>
    <message>
        <source>Imaging and endoscopy</source>
        <translation>画像・内視鏡</translation>
    </message>
    <message>
        <source>Transfusion</source>
        <translation>輸血</translation>
    </message>
    <message>
        <source>Management fees</source>
        <translation>管理料</translation>
    </message>
    <message>
        <source>Other acts</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Surg.</source>
        <translation>手術</translation>
    </message>
    <message>
        <source>Anae.</source>
        <translation>麻酔</translation>
    </message>
    <message>
        <source>Treat.</source>
        <translation>処置</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>在宅</translation>
    </message>
    <message>
        <source>Imag.</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Blood</source>
        <translation>輸血</translation>
    </message>
    <message>
        <source>Mgmt.</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>他</translation>
    </message>
    <message>
        <source>Urine and stool</source>
        <translation>尿・便</translation>
    </message>
    <message>
        <source>Coagulation and blood</source>
        <translation>凝固・血液</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>生化学</translation>
    </message>
    <message>
        <source>Hormones and tumour markers</source>
        <translation>ホルモン・腫瘍マーカー</translation>
    </message>
    <message>
        <source>Immunology</source>
        <translation>免疫</translation>
    </message>
    <message>
        <source>Infection</source>
        <translation>感染症</translation>
    </message>
    <message>
        <source>Pathology</source>
        <translation>病理</translation>
    </message>
    <message>
        <source>Physiology</source>
        <translation>生理機能</translation>
    </message>
    <message>
        <source>Endoscopy</source>
        <translation>内視鏡</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Other tests</source>
        <translation>その他の検査</translation>
    </message>
    <message>
        <source>medical</source>
        <translation>医科</translation>
    </message>
    <message>
        <source>DPC</source>
        <translation>DPC</translation>
    </message>
    <message>
        <source>dental</source>
        <translation>歯科</translation>
    </message>
    <message>
        <source>dispensing</source>
        <translation>調剤</translation>
    </message>
    <message>
        <source>not arrived yet</source>
        <translation>未着</translation>
    </message>
    <message>
        <source>arrived in part</source>
        <translation>一部のみ</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>取得済み</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>抜け(データ未取得)</translation>
    </message>
    <message>
        <source>N</source>
        <comment>coverage: not yet</comment>
        <translation>未</translation>
    </message>
    <message>
        <source>P</source>
        <comment>coverage: in part</comment>
        <translation>部</translation>
    </message>
    <message>
        <source>A</source>
        <comment>coverage: arrived</comment>
        <translation>済</translation>
    </message>
    <message>
        <source>M</source>
        <comment>coverage: missing</comment>
        <translation>抜</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>算定</translation>
    </message>
    <message>
        <source>written as a diagnosis</source>
        <translation>病名として記載</translation>
    </message>
    <message>
        <source>prescribed</source>
        <translation>投薬</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two drugs</comment>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>disease and treatment</source>
        <translation>病名と治療</translation>
    </message>
    <message>
        <source>disease name only</source>
        <translation>病名のみ</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>month of a year</comment>
        <translation>%1月</translation>
    </message>
    <message>
        <source>Data %1</source>
        <translation>データ %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>包括</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>ほか %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last day</comment>
        <translation>%1〜%2</translation>
    </message>
    <message>
        <source>cut by the payer&apos;s review</source>
        <translation>査定で減額・削除</translation>
    </message>
    <message>
        <source>%1 / on %2, by estimate / from: %3</source>
        <translation>%1 / %2時点(推定) / 出典:%3</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>%1: held by %2 drugs</source>
        <translation>%1を含む薬 %2種類</translation>
    </message>
    <message>
        <source>%1: %2 a day</source>
        <translation>%1 1日%2</translation>
    </message>
    <message>
        <source>%1: %2 a day or more</source>
        <translation>%1 1日%2以上</translation>
    </message>
    <message>
        <source>%1 (amount not known)</source>
        <translation>%1(量は不明)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 d by estimate</source>
        <translation>%1日と推定</translation>
    </message>
    <message>
        <source>day not known (in %1)</source>
        <translation>日付不明(%1中)</translation>
    </message>
    <message>
        <source>switched?</source>
        <translation>切替?</translation>
    </message>
</context>
</TS>
