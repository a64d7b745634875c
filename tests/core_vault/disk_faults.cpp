#include "tests/core_vault/disk_faults.h"

#include <sqlcipher/sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace kmixr::vault::test {
namespace {

int seen = 0;
int faultAt = 0;
AtWrite fault = AtWrite::NoSpace;

/// False: this write is refused.
bool mayWrite() {
    ++seen;
    if (faultAt == 0 || seen < faultAt)
        return true;
    if (fault == AtWrite::Die)
        _exit(0);
    errno = ENOSPC;
    return false;
}

ssize_t faultyWrite(int fd, const void* bytes, size_t size) {
    return mayWrite() ? ::write(fd, bytes, size) : -1;
}

ssize_t faultyPwrite(int fd, const void* bytes, size_t size, off_t offset) {
    return mayWrite() ? ::pwrite(fd, bytes, size, offset) : -1;
}

template <class Function>
void replace(const char* name, Function* function) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function)); // unknown names are left alone
}

} // namespace

DiskFault::DiskFault(AtWrite what, int nth) {
    sqlite3_initialize();
    seen = 0;
    faultAt = nth;
    fault = what;
    replace("write", faultyWrite);
    replace("pwrite", faultyPwrite);
    replace("pwrite64", faultyPwrite);
}

DiskFault::~DiskFault() {
    faultAt = 0;
    for (const char* name : {"write", "pwrite", "pwrite64"})
        replace<void()>(name, nullptr);
}

int DiskFault::writes() {
    return seen;
}

} // namespace kmixr::vault::test
