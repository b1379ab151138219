/// A sorted list with at most one row for each lead, kept in order one lead at a time.
public struct Ranking<Row: Comparable & Sendable>: Sendable {
    // With a hundred thousand leads a list must not be rebuilt for each dial: one binary search, and the rows behind
    // the place move by one.
    private var rows: [Row]
    private var rowOfPlace: [Row?]
    /// The leads of the rows, from the top, by their places in the pipeline.
    public private(set) var places: [Int32]

    /// The rows that `row` gives, sorted. `row` is called once for each lead of the pipeline.
    public init(_ pipeline: Pipeline, row: (Lead) -> Row?) {
        rowOfPlace = pipeline.leads.map(row)
        let sorted = rowOfPlace.enumerated().compactMap { place, row in row.map { (row: $0, place: Int32(place)) } }
            .sorted { $0.row < $1.row }
        rows = sorted.map(\.row)
        places = sorted.map(\.place)
    }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// The row at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> Row { rows[position] }

    /// The row of a lead, if it has one. Constant time.
    ///
    /// - Parameter place: the lead's place in the pipeline.
    public func row(ofPlace place: Int) -> Row? {
        place < rowOfPlace.count ? rowOfPlace[place] : nil
    }

    /// The position of a lead's row, if it has one. Logarithmic.
    ///
    /// - Parameter place: the lead's place in the pipeline.
    public func position(ofPlace place: Int) -> Int? {
        row(ofPlace: place).map { row in rows.partitioningIndex { $0 >= row } }
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
        if let old = rowOfPlace[place] {
            let position = rows.partitioningIndex { $0 >= old }
            rows.remove(at: position)
            places.remove(at: position)
        }
        if let row {
            let position = rows.partitioningIndex { $0 >= row }
            rows.insert(row, at: position)
            places.insert(Int32(place), at: position)
        }
        rowOfPlace[place] = row
    }
}
