#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>

// curses.h uses the names of terminfo for variables and macros of its own; only these functions are wanted.
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

static inline int lc_columns(void) { return getmaxx(stdscr); }
static inline int lc_rows(void) { return getmaxy(stdscr); }
static inline void lc_forget_entry(void) { del_curterm(cur_term); }

// A capability with its parameters filled in, good until the next; a null pointer when it cannot be.
static inline const char *lc_expand(const char *format, int first, int second) {
    return tiparm(format, first, second);
}

#endif
