/// What a piece of the screen means. Screens name roles; only a `Theme` knows what a role looks like.
///
/// The name of a case is its key in a theme file.
public enum Role: Int, CaseIterable, CodingKey, Sendable {
    /// Plain text.
    case text
    /// Text that matters less: units, ages, what is done.
    case dim
    /// The title of a panel.
    case title
    /// The one thing to notice in a panel.
    case accent
    /// The border of a panel.
    case border
    /// The border and the title of the panel that has the keys.
    case focus
    /// The row that the next key acts on.
    case selection
    /// The heading of a section in a list.
    case heading
    /// Went well, is enough.
    case good
    /// Needs a look soon.
    case warn
    /// Went wrong, is late, cannot be undone.
    case bad
    /// Something promised to a lead or by one.
    case promise
    /// The name of a key, in hints and in help.
    case key
    /// A field that takes text.
    case input
    /// The filled part of a gauge.
    case bar
    /// The empty part of a gauge.
    case track
    /// A message across the screen.
    case banner
    /// The tab that is open.
    case tab
    /// The part of a row that a filter found.
    case match
    /// A row that is marked for a bulk action.
    case mark
    /// The lead's own words.
    case quote

    /// The key of the role in a theme file.
    public var name: String { stringValue }

    /// The role that a theme file calls `name`, or nil when there is none.
    public init?(name: some StringProtocol) {
        self.init(stringValue: String(name))
    }

    /// The lower-case letter that stands for the role in a recorded frame; no two roles share one.
    public var letter: Character {
        switch self {
        case .text: "t"
        case .dim: "d"
        case .title: "e"
        case .accent: "a"
        case .border: "o"
        case .focus: "f"
        case .selection: "s"
        case .heading: "h"
        case .good: "g"
        case .warn: "w"
        case .bad: "b"
        case .promise: "p"
        case .key: "k"
        case .input: "i"
        case .bar: "r"
        case .track: "c"
        case .banner: "n"
        case .tab: "y"
        case .match: "m"
        case .mark: "x"
        case .quote: "q"
        }
    }
}
