// A disk that fills up or a program that dies at the n-th write: SQLite's own door to its system calls, so that the
// real file code runs.
#pragma once

namespace kmixr::vault::test {

enum class AtWrite { NoSpace, Die };

/// From the n-th write of the database on (counted from 1): ENOSPC, or the end of the process without a word.
/// One at a time; the disk is well again when it goes.
class DiskFault {
public:
    DiskFault(AtWrite what, int nth);
    ~DiskFault();
    DiskFault(const DiskFault&) = delete;
    DiskFault& operator=(const DiskFault&) = delete;
    /// Writes seen so far.
    static int writes();
};

} // namespace kmixr::vault::test
