/* The virtual reader's driver with one slot instead of two: a clinic's laptop has one reader, and with one the
 * patient's card takes the doctor's card's place. Everything but the number of slots is the driver's own. */
#include <dlfcn.h>
#include <ifdhandler.h>
#include <stddef.h>

static const char driver[] = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

static void* real(const char* name) {
    static void* library;
    if (library == NULL) {
        library = dlopen(driver, RTLD_NOW | RTLD_LOCAL);
    }
    return library == NULL ? NULL : dlsym(library, name);
}

#define FORWARD(name, parameters, arguments)                                                                           \
    RESPONSECODE name parameters {                                                                                     \
        RESPONSECODE(*call) parameters = (RESPONSECODE(*) parameters)real(#name);                                      \
        return call == NULL ? IFD_COMMUNICATION_ERROR : call arguments;                                                \
    }

FORWARD(IFDHCreateChannelByName, (DWORD lun, LPSTR device), (lun, device))
FORWARD(IFDHCreateChannel, (DWORD lun, DWORD channel), (lun, channel))
FORWARD(IFDHCloseChannel, (DWORD lun), (lun))
FORWARD(IFDHSetCapabilities, (DWORD lun, DWORD tag, DWORD length, PUCHAR value), (lun, tag, length, value))
FORWARD(IFDHSetProtocolParameters, (DWORD lun, DWORD protocol, UCHAR flags, UCHAR pts1, UCHAR pts2, UCHAR pts3),
        (lun, protocol, flags, pts1, pts2, pts3))
FORWARD(IFDHPowerICC, (DWORD lun, DWORD action, PUCHAR atr, PDWORD length), (lun, action, atr, length))
FORWARD(IFDHTransmitToICC,
        (DWORD lun, SCARD_IO_HEADER send, PUCHAR out, DWORD outLength, PUCHAR in, PDWORD inLength,
         PSCARD_IO_HEADER received),
        (lun, send, out, outLength, in, inLength, received))
FORWARD(IFDHControl, (DWORD lun, DWORD code, PUCHAR out, DWORD outLength, PUCHAR in, DWORD room, LPDWORD inLength),
        (lun, code, out, outLength, in, room, inLength))
FORWARD(IFDHICCPresence, (DWORD lun), (lun))

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
    if (tag == TAG_IFD_SLOTS_NUMBER && *length >= 1) {
        *length = 1;
        *value = 1;
        return IFD_SUCCESS;
    }
    RESPONSECODE(*call)
    (DWORD, DWORD, PDWORD, PUCHAR) = (RESPONSECODE(*)(DWORD, DWORD, PDWORD, PUCHAR))real("IFDHGetCapabilities");
    return call == NULL ? IFD_COMMUNICATION_ERROR : call(lun, tag, length, value);
}
