import Pipeline
import TestSupport
import Testing

/// Writers that are killed, and many at once.
@Suite(.serialized) struct KillAttack {
    /// What a writer calls, and how often about: from before its first own line to after its last.
    private static let calls = [
        ("openat", 100), ("newfstatat", 70), ("getdents64", 12), ("flock", 2), ("write", 14), ("fdatasync", 1),
    ]

    @Test(.enabled(if: Strace.problem == nil, Strace.reason), arguments: Torture.seeds)
    func twoWritersOfWhomOneIsKilledLoseNothing(seed: UInt64) throws {
        let books = try Books("kill -9 of one of two writers")
        var random = Seeded(seed)
        try books.record(Books.notes("first", 0), addsLead: true)
        for round in 0..<(Torture.isLong ? 100 : 30) {
            let notes = ["a", "b"].map { Books.notes("\($0)\(seed)", round, Int.random(in: 1...20, using: &random)) }
            let (name, count) = KillAttack.calls.randomElement(using: &random) ?? ("write", 1)
            let call = Strace.Call(name: name, number: Int.random(in: 1...count, using: &random), text: "")
            let killed = Int.random(in: 0...1, using: &random)
            let writers = try notes.indices.map {
                try books.start(notes[$0], through: $0 == killed ? Strace.spoiling(call, "signal=KILL") : [])
            }
            for (writer, notes) in zip(writers, notes) { books.take(try writer.end(seconds: 60), notes) }
            if round % 10 == 9 { try #require(books.wrongs() == [], "seed \(seed), round \(round)") }
        }
        #expect(books.wrongs() == [], "seed \(seed)")
        #expect(books.tally.isClean && books.tally.acknowledged > 50)
        try books.desk.done("list")
    }

    @Test func eightWritersAtOnceLoseNothingAndKeepTheirOrder() throws {
        let books = try Books("8 processes × 500 dials at once")
        // In the long run each dial is a process of its own.
        let size = Torture.isLong ? 1 : 20
        let loop = """
            writer=$1 size=$2 batch=0
            while [ $((batch * size)) -lt 500 ]; do
                i=0
                while [ $i -lt $size ]; do
                    printf '{"do":"attempt","lead":"\(Books.lead)","by":"phone","out":"no answer","note":"%s-%s.%s"}\\n' \
            $writer $batch $i
                    i=$((i + 1))
                done | lastcall record || exit
                batch=$((batch + 1))
            done
            """
        try books.record(Books.notes("first", 0), addsLead: true)
        let script = try books.desk.file("writer.sh", loop)
        let writers = try (1...8).map { try books.desk.start("sh", [script, "w\($0)", "\(size)"]) }
        for (index, writer) in writers.enumerated() {
            let notes = (0..<500 / size).flatMap { Books.notes("w\(index + 1)", $0, size) }
            let ending = try writer.end(seconds: 1800)
            #expect(ending.status == 0, "\(ending.errors)")
            books.expect(notes)
            books.take(ending, notes)
        }
        #expect(books.wrongs() == [])
        #expect(books.acknowledged.count == 4001)
        #expect(Set(books.acknowledged.map(\.id)).count == 4001)
        for writer in 1...8 {
            let ids = books.acknowledged.filter { $0.note.hasPrefix("w\(writer)-") }.map(\.id)
            #expect(ids == ids.sorted(), "the order of writer \(writer)")
        }
        // In order in the file, too, by the ids that were given under the lock.
        let lines = try books.desk.journal().filter { $0.contains(#""do":"attempt""#) }
        #expect(lines == lines.sorted() && lines.count == 4001)
    }
}
