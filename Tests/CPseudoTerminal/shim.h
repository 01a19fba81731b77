// forkpty is not part of the C library's own Swift module.
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif
