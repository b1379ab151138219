import CNcurses
public import Canvas
import Glibc

extension Terminal {
    /// The widths of text as the C library counts them.
    ///
    /// Takes on what the user's locale says of characters, and `C.UTF-8` when the user's is not UTF-8, since then only
    /// ASCII would have a width, as it has where the system has no UTF-8 locale at all.
    public static func textMetrics() -> TextMetrics {
        setlocale(LC_CTYPE, "")
        if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
        return TextMetrics { CNcurses.wcwidth(wchar_t(bitPattern: $0)) }
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
