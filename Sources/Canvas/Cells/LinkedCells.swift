/// Cells of a row that stand for an address, for terminals that open what is clicked on.
public struct LinkedCells: Equatable, Sendable {
    /// The cells: of one row, within the frame.
    public let cells: Rect
    /// Where they lead: an absolute URI of printable ASCII, as RFC 3986 wants it.
    public let address: String
}

extension Frame {
    /// Makes the cells of `rect`, of one row, stand for an address. What does not lie within the frame as a whole, and
    /// an address of anything but printable ASCII, is left out. Whatever is drawn over the cells by `fill` ends it.
    public mutating func link(_ rect: Rect, to address: String) {
        guard !rect.isEmpty, rect.height == 1, rect.intersection(Rect(size)) == rect,
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return }
        links.append(LinkedCells(cells: rect, address: address))
    }
}
