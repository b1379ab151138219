/// A sorted list with at most one row for each lead, kept in order one lead at a time.
public struct Ranking<Row: Comparable & Sendable>: Sendable {
    // With a hundred thousand leads a list must not be rebuilt for each dial: one binary search, and the rows behind
    // the place move by one.
    private var rows: [Row]
    private var rowOfPlace: [Row?]

    /// The rows that `row` gives, sorted. `row` is called once for each lead of the pipeline.
    public init(_ pipeline: Pipeline, row: (Lead) -> Row?) {
        rowOfPlace = pipeline.leads.map(row)
        rows = rowOfPlace.compactMap(\.self).sorted()
    }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// The row at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> Row { rows[position] }

    /// The position of a lead's row, if it has one. Logarithmic.
    ///
    /// - Parameter place: the lead's place in the pipeline.
    public func position(ofPlace place: Int) -> Int? {
        guard place < rowOfPlace.count, let row = rowOfPlace[place] else { return nil }
        return rows.partitioningIndex { $0 >= row }
    }

    /// The first position whose row satisfies `isAfter`, when all rows that do stand behind all that do not.
    /// Logarithmic.
    public func firstPosition(where isAfter: (Row) -> Bool) -> Int {
        rows.partitioningIndex(where: isAfter)
    }

    /// Gives a lead another row, or none. Logarithmic, plus the cost of moving the rows behind it.
    public mutating func set(_ row: Row?, forPlace place: Int) {
        while rowOfPlace.count <= place { rowOfPlace.append(nil) }
        guard row != rowOfPlace[place] else { return }
        if let old = rowOfPlace[place] { rows.remove(at: rows.partitioningIndex { $0 >= old }) }
        if let row { rows.insert(row, at: rows.partitioningIndex { $0 >= row }) }
        rowOfPlace[place] = row
    }
}
