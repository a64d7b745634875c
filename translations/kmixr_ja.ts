<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>kmixr::ui::LookAheadLine</name>
    <message>
        <source>Below: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kmixr::ui::Words</name>
    <message>
        <source>·</source>
        <comment>between two words of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>institution and how many others</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2/%3</source>
        <comment>day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <comment>year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in the last 3 months, with a matching treatment in the same period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in 2 months or more; no matching treatment found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in one month only, or an acute disease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended, or not named for more than 6 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names written for a test or the like. Not treated as a diagnosis: not among the main problems, the risk factors or the printed diagnoses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped (moved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2 d</source>
        <comment>amount a day, days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2 doses</source>
        <comment>amount a dose, doses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (14 d)</source>
        <comment>amount, flat period</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken, by estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continued up to the last month of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended, by estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended, by estimate %1</source>
        <comment>short day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 d by estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>short day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dupl. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comb. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same ingredient and route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same ingredient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such record in the receipts (up to treatment in %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of the items shown here (up to treatment in %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No overlap was found (up to treatment in %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt has arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row meets this condition. Show all %1 (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anaesthesia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment and dialysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging and endoscopy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Management fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anae.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mgmt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urine and stool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coagulation and blood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hormones and tumour markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Physiology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endoscopy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispensing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <comment>coverage: not yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <comment>coverage: in part</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>coverage: arrived</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <comment>coverage: missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written as a diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prescribed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
