#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>

// curses.h uses the names of terminfo for variables and macros of its own; only these functions are wanted.
extern int setupterm(const char *name, int descriptor, int *status);
extern int del_curterm(struct term *terminal);
extern struct term *cur_term;
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);

// Hidden by the header unless _XOPEN_SOURCE is set before any other header.
extern int wcwidth(wchar_t character);

static inline WINDOW *lc_screen(void) { return stdscr; }
static inline int lc_columns(void) { return getmaxx(stdscr); }
static inline int lc_rows(void) { return getmaxy(stdscr); }

static const attr_t LC_BOLD = A_BOLD;
static const attr_t LC_DIM = A_DIM;
static const attr_t LC_ITALIC = A_ITALIC;
static const attr_t LC_UNDERLINE = A_UNDERLINE;
static const attr_t LC_REVERSE = A_REVERSE;

static const mmask_t LC_PRESS = BUTTON1_PRESSED;
static const mmask_t LC_RELEASE = BUTTON1_RELEASED;
static const mmask_t LC_SECONDARY = BUTTON3_PRESSED;
static const mmask_t LC_WHEEL_UP = BUTTON4_PRESSED;
static const mmask_t LC_WHEEL_DOWN = BUTTON5_PRESSED;

// A cell with the attributes of a style, to be filled with characters; the pair goes by pointer because the
// parameter for it ends at 32767.
static inline bool lc_style(cchar_t *cell, attr_t attributes, int pair) {
    return setcchar(cell, L" ", attributes, 0, &pair) == OK;
}

static inline void lc_fill(
    cchar_t *cell, const cchar_t *style, wchar_t base, wchar_t first, wchar_t second, wchar_t third, wchar_t fourth) {
    *cell = *style;
    cell->chars[0] = base;
    cell->chars[1] = first;
    cell->chars[2] = second;
    cell->chars[3] = third;
    cell->chars[4] = fourth;
}

#endif
