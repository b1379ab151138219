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
extern int tigetnum(const char *name);
extern char *tigetstr(const char *name);

// Hidden by the header unless _XOPEN_SOURCE is set before any other header.
extern int wcwidth(wchar_t character);

static inline WINDOW *lc_screen(void) { return stdscr; }
static inline int lc_columns(void) { return getmaxx(stdscr); }
static inline int lc_rows(void) { return getmaxy(stdscr); }
static inline void lc_repaint(void) { clearok(curscr, TRUE); }
static inline void lc_forget_entry(void) { del_curterm(cur_term); }

static const attr_t LC_BOLD = A_BOLD;
static const attr_t LC_DIM = A_DIM;
static const attr_t LC_ITALIC = A_ITALIC;
static const attr_t LC_UNDERLINE = A_UNDERLINE;
static const attr_t LC_REVERSE = A_REVERSE;

// A cell with the attributes of a style, to be filled with characters; the pair goes by pointer because the
// parameter for it ends at 32767.
static inline bool lc_style(cchar_t *cell, attr_t attributes, int pair) {
    return setcchar(cell, L" ", attributes, 0, &pair) == OK;
}

// Puts a character with up to four marks on it into a cell that has its style.
static inline void lc_put(
    cchar_t *cell, unsigned base, unsigned first, unsigned second, unsigned third, unsigned fourth) {
    cell->chars[0] = (wchar_t)base;
    cell->chars[1] = (wchar_t)first;
    cell->chars[2] = (wchar_t)second;
    cell->chars[3] = (wchar_t)third;
    cell->chars[4] = (wchar_t)fourth;
}

#endif
