import Journal
import Pipeline

/// Something in the journal that is not as it should be, and what to do about it.
struct Damage {
    /// The file, where one is meant.
    let file: String?
    /// Its line, from 1, where one is meant.
    var line: Int?
    /// What is wrong and what to do, without the full stop.
    let what: String

    /// `FILE:LINE: what is wrong; what to do`.
    var sentence: String {
        let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
        return place.isEmpty ? what : "\(place): \(what)"
    }

    var json: JSON {
        .object([
            .init("file", .text(file)), .init("line", line.map { .int($0) } ?? .null), .init("what", .string(what)),
        ])
    }
}

extension LoadReport {
    /// Lines and files that cannot be read.
    var bad: [Damage] {
        badLines.map {
            Damage(
                file: $0.file, line: $0.line,
                what: "\($0.what); it is kept as it is, lastcall restore of a backup brings back what it was")
        } + unreadable.map { Damage(file: nil, what: $0) }
    }

    /// Lines that somebody changed outside lastcall.
    var changed: [Damage] {
        changedOutside.map {
            Damage(
                file: $0.file, line: $0.line,
                what: "changed outside lastcall, and used as it is now; lastcall doctor --accept takes it as it is")
        }
    }

    /// Lines and files that were there and are no more. A line that is there and cannot be read is told of as that.
    var lost: [Damage] {
        let unread = Dictionary(grouping: badLines, by: \.file).mapValues { Set($0.map { UInt64($0.line) }) }
        return missing.flatMap { gap in gap.without(unread[gap.file] ?? []) }.map {
            let lines = $0.first == $0.last ? "line \($0.first) is" : "lines \($0.first) to \($0.last) are"
            return Damage(
                file: $0.file, line: Int(clamping: $0.first),
                what:
                    "\(lines) missing; lastcall restore of a backup, or a sync with the device, brings back what was there"
            )
        }
            + Set(missingFiles + vanished).sorted().map {
                Damage(file: $0, what: "the file is missing; look for it in a backup or on the device that wrote it")
            }
    }

    /// What is wrong with the journal, the first of each kind and how many there are: nothing of it is lost silently.
    var damage: [String] {
        [
            (bad, badLineCount + unreadable.count), (changed, changedOutsideCount), (lost, lost.count),
        ].compactMap { found, count in
            guard let first = found.first else { return nil }
            return first.sentence + (count > 1 ? "; lastcall doctor names \(count - 1) more" : "")
        }
    }

    /// What is worth knowing although nothing is wrong.
    var notes: [Damage] {
        unfinished.map {
            Damage(
                file: $0.file,
                what:
                    "its last line has not arrived whole yet (\(plural($0.bytes, "byte"))); the rest comes with the next sync"
            )
        }
            + copies.map {
                let device = $0.split(separator: "/").dropLast().last ?? ""
                return Damage(
                    file: $0,
                    what: "a copy that a syncer made, read as well; lastcall doctor --repair on \(device) takes it in")
            }
    }
}

extension LoadReport.Gap {
    /// What is left of it without some of its lines, in their order. Linear in those.
    fileprivate func without(_ lines: Set<UInt64>) -> [LoadReport.Gap] {
        var rest: [LoadReport.Gap] = []
        var start = first
        for line in lines.sorted() where first...last ~= line {
            if line > start { rest.append(LoadReport.Gap(file: file, first: start, last: line - 1)) }
            start = line + 1
        }
        if start <= last { rest.append(LoadReport.Gap(file: file, first: start, last: last)) }
        return rest
    }
}
