// The practice table of codes, with a few comments more, compiled for this process.
#pragma once

#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::receipt::samples {

inline std::shared_ptr<const Masters> practice() {
    static const auto masters = [] {
        ScratchFolder folder;
        MasterCompiler compiler;
        REQUIRE(compiler.addFile(KMIXR_SOURCE_DIR "/resources/masters/practice.tsv"));
        REQUIRE(compiler.add(
            "kind\tcode\tname\tpattern\tslots\n"
            "c\t842100001\tＡＳＴ値\t42\nc\t851100001\t患者死亡時刻\t51\nc\t852100004\t診療に要した時間\t52\n"
            "c\t853100001\t検査開始日時\t53\nc\t840000006\t退院時　　　日分投薬\t40\t5 2\n"
            "c\t840000001\t電話等再診（　　回）\t40\t07 02 0 0 0 0 0 0\n"));
        REQUIRE(compiler.write(folder.path() / "practice.kmt"));
        auto opened = Masters::open(folder.path() / "practice.kmt");
        REQUIRE(opened);
        return *opened; // the mapped table outlives its folder
    }();
    return masters;
}

} // namespace kmixr::receipt::samples
