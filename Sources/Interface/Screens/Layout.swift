public import Canvas
import Pipeline

/// Where the parts of the screen are, for a size and a state: drawing and the mouse both go by it.
struct Layout {
    /// The smallest terminal that can be worked in.
    static let smallest = Size(width: 60, height: 16)
    /// From this width on the card stands beside the list.
    private static let wide = 100

    let header: Rect
    let list: Rect?
    let card: Rect?
    /// What is over the whole screen in place of both.
    let page: Rect?
    let footer: Rect

    init(_ session: borrowing Session) {
        let (header, below) = Rect(session.size).rows(top: 1)
        let (body, footer) = below.rows(bottom: 1)
        self.header = header
        self.footer = footer
        page = session.tab.hasList && session.calls == nil ? nil : body
        if page != nil {
            (list, card) = (nil, nil)
        } else if session.size.width >= Layout.wide {
            let cardWidth = min(76, max(44, body.width * 3 / 8))
            (list, card) = body.columns(right: cardWidth)
        } else if session.focus == .card {
            (list, card) = (nil, body)
        } else {
            (list, card) = (body, nil)
        }
    }

    static func isLargeEnough(_ size: Size) -> Bool {
        size.width >= smallest.width && size.height >= smallest.height
    }

    /// True when both are on the screen.
    var isWide: Bool { list != nil && card != nil }

    /// How many lines of the list are shown. Without the list on the screen it keeps its place as if it were.
    var listLines: Int { max(0, (list ?? card ?? footer).height - 2) }

    /// How many lines of the card are shown.
    var cardLines: Int { max(0, (card ?? footer).height - 2) }
}

extension Session {
    /// How many leads of the morning list a terminal of `size` shows at most: the rest are the header, the footer, two
    /// borders and the heading of a section.
    public static func mostRows(on size: Size) -> Int { max(0, size.height - 5) }
}
