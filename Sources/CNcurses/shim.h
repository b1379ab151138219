#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#include <wchar.h>

// term.h makes macros of short words for all that terminfo knows; only these functions are wanted.
struct term;
extern int setupterm(const char *name, int descriptor, int *status);
extern int del_curterm(struct term *terminal);
extern struct term *cur_term;
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);
extern char *tiparm(const char *format, ...);

// Hidden by the header unless _XOPEN_SOURCE is set before any other header.
extern int wcwidth(wchar_t character);

static inline void lc_forget_entry(void) { del_curterm(cur_term); }

// A capability with its parameters filled in, good until the next; a null pointer when it cannot be.
static inline const char *lc_expand(const char *format, int first, int second) {
    return tiparm(format, first, second);
}

#endif
