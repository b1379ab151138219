import ArgumentParser
import Glibc
import Journal
import Pipeline

struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record acts that come as JSON lines on standard input.",
        discussion: """
            One act a line, as in the journal but without id, n and c; “at” may be missing. All are recorded or none. \
            Prints their ids.
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        guard let input = Files.read(STDIN_FILENO) else {
            throw Failure.inputOutput("standard input could not be read (\(systemWords(errno)))")
        }
        var store = try Store(store.location())
        let now = store.clock.now.moment
        var drafts: [Draft] = []
        var lines: [Int] = []
        for (index, line) in input.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
            do throws(RecordError) {
                drafts.append(try RecordDecoder.decode(line, line: index + 1, now: now))
                lines.append(index + 1)
            } catch {
                throw Failure.badData("standard input:\(error.line): \(error.sentence)")
            }
        }
        if drafts.isEmpty { return }
        do {
            for entry in try store.append(drafts) { Output.print(entry.id.description) }
        } catch let error as Pipeline.Refused {
            let failure = Failure(error.refusal)
            throw Failure(
                sentence: "standard input:\(lines[error.place]): \(failure.sentence)", status: failure.status)
        } catch {
            throw Failure(recording: error)
        }
    }
}
