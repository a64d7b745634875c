#include "ui/details/record_names.h"

#include <QStringList>

namespace kmixr::ui {
namespace {

QString joined(const QStringList& parts) {
    QString all;
    for (const QString& part : parts)
        all += part + u'\x1f';
    return all;
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString number(Day day) {
    return text(isoDay(day));
}

} // namespace

QString institutionKey(const history::History& history, history::InstitutionIndex institution) {
    return text(history.institutions.at(institution).id.key());
}

RecordName recordName(const history::History& history, const history::ClinicalProblem& problem) {
    const QString kin = joined({text(problem.code), text(problem.name), institutionKey(history, problem.institution)});
    return {kin + (problem.start ? number(*problem.start) : QString()), kin};
}

RecordName recordName(const history::History& /*history*/, const history::MedicationCourse& course) {
    const QString kin =
        joined({text(course.ingredient.empty() ? course.code : course.ingredient), QString::number(int(course.use))});
    if (course.supplies.empty())
        return {joined({kin, text(course.code)}), kin};
    const history::Supply& first = course.supplies.front();
    return {joined({kin, text(first.code), number(first.start)}), kin};
}

RecordName recordName(const history::History& history, const history::ProcedureRecord& record) {
    const QString kin = joined({text(record.code.empty() ? record.name : record.code), text(record.exclusion),
                                institutionKey(history, record.institution)});
    return {kin + number(record.day), kin};
}

RecordName recordName(const history::History& /*history*/, const history::Examination& test) {
    const QString name = text(test.code.empty() ? test.name : test.code);
    return {name, name};
}

RecordName recordName(const history::History& history, const history::BundledFee& fee) {
    const QString name = joined({text(fee.fee), text(fee.words), institutionKey(history, fee.institution)});
    return {name, name};
}

RecordName recordName(const history::History& history, const history::Duplicate& pair) {
    const RecordName first = recordName(history, history.medications.at(pair.first));
    const RecordName second = recordName(history, history.medications.at(pair.second));
    const QString level = QString::number(int(pair.level));
    return {joined({level, first.exact, second.exact}), joined({level, first.kin, second.kin})};
}

RecordName recordName(const history::History& history, const history::IngredientSum& sum) {
    QStringList exact{QString::fromStdString(sum.id)}, kin = exact; // another drug in it is another sum
    for (const auto& part : sum.parts) {
        const RecordName drug = recordName(history, history.medications.at(part.drug));
        exact << drug.exact;
        kin << drug.kin;
    }
    return {joined(exact), joined(kin)};
}

RecordName recordName(const history::History& history, const history::ContraindicationHint& hint) {
    const RecordName drug = recordName(history, history.medications.at(hint.drug));
    const RecordName problem = recordName(history, history.problems.at(hint.problem));
    const QString words = text(hint.insertText);
    return {joined({words, drug.exact, problem.exact}), joined({words, drug.kin, problem.kin})};
}

bool isSamePatient(const history::History* before, const history::History* now) {
    return before != nullptr && now != nullptr && before->patient.birth == now->patient.birth &&
           before->patient.sex == now->patient.sex;
}

} // namespace kmixr::ui
