/// How a role looks.
public struct Style: Hashable, Sendable {
    /// The colour of the text, or nil for the terminal's own.
    public var foreground: Colour?
    /// The colour under it, or nil for the terminal's own, which may be transparent.
    public var background: Colour?
    /// Whether the text is heavier.
    public var bold: Bool
    /// Whether the text is fainter.
    public var dim: Bool
    /// Whether the text is slanted.
    public var italic: Bool
    /// Whether the text has a line under it.
    public var underline: Bool
    /// Whether the colours of text and ground change places.
    public var reverse: Bool

    /// Makes a style, by default that of plain text.
    public init(
        foreground: Colour? = nil, background: Colour? = nil, bold: Bool = false, dim: Bool = false,
        italic: Bool = false, underline: Bool = false, reverse: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.italic = italic
        self.underline = underline
        self.reverse = reverse
    }

    /// The style on a ground that looks like `ground`: the ground's colour lies under it, the ground's text colour
    /// replaces its own when there is one, and what the ground adds is added.
    func on(_ ground: Style) -> Style {
        Style(
            foreground: ground.foreground ?? foreground, background: ground.background ?? background,
            bold: bold || ground.bold, dim: dim && ground.foreground == nil && !ground.reverse,
            italic: italic || ground.italic, underline: underline || ground.underline,
            reverse: reverse || ground.reverse)
    }

    /// The style as a terminal of `depth` shows it. Where there are only the user's sixteen colours a ground of a
    /// colour of its own becomes reverse, since no one knows which of the sixteen can be read on which.
    func degraded(to depth: ColourDepth) -> Style {
        var style = self
        style.foreground = foreground?.degraded(to: depth)
        style.background = background?.degraded(to: depth)
        // Rounding both may bring them too near to each other.
        if depth == .palette256, let foreground, let background, let ground = style.background,
            foreground.contrast(with: background) ?? 0 >= Theme.leastContrast
        {
            style.foreground = foreground.degraded(readableOn: ground)
        }
        if depth == .sixteen, background?.components != nil {
            style.foreground = nil
            style.background = nil
            style.reverse = true
            style.dim = false
        }
        return style
    }

    /// The style where there are sixteen colours of which only the hues are known: a grey among them may be any grey, so
    /// that the terminal's own text takes its place, as faint as it is without colours.
    func withoutGrey(_ plain: Style) -> Style {
        guard let foreground, foreground.components != nil, foreground.hue == nil else { return self }
        var style = self
        style.foreground = nil
        style.dim = dim || plain.dim
        return style
    }
}
