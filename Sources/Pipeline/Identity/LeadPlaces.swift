/// The leads in the order in which they became known, and the place of each by its id.
///
/// The lead of every line of the journal is looked up here. Ids are random, so that a few of their bits lead to the
/// place; the toolchain's dictionary spends three hundred instructions on mixing them.
struct LeadPlaces: Sendable {
    /// The ids by place.
    private(set) var ids: [LeadID] = []
    // Places plus one, 0 for none; at most half of them are taken.
    private var slots = [Int32](repeating: 0, count: 64)
    // Another in each process, so that nobody can make up ids that all lead to one slot.
    private static let factor = UInt64(truncatingIfNeeded: 0.hashValue) | 1

    /// The place of a lead, from 0; nil when it is not known. Constant time.
    subscript(id: LeadID) -> Int? {
        var slot = firstSlot(of: id)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if ids[place] == id { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Gives the next place to a lead that has none.
    mutating func append(_ id: LeadID) {
        ids.append(id)
        if ids.count * 2 <= slots.count { return enter(ids.count - 1) }
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for place in ids.indices { enter(place) }
    }

    private mutating func enter(_ place: Int) {
        var slot = firstSlot(of: ids[place])
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(place + 1)
    }

    private func firstSlot(of id: LeadID) -> Int {
        Int(truncatingIfNeeded: (id.bits &* LeadPlaces.factor) >> UInt64(slots.count.leadingZeroBitCount + 1))
    }
}
