import FoundationEssentials
import Pipeline
import TestSupport
import Testing

/// No room, no permission: it is said, nothing is half written, and all that was acknowledged can be read.
@Suite(.serialized) struct RoomAttack {
    /// Nil when this user may have file systems of its own in a namespace; else why not.
    private static let noNamespace: String? = {
        guard let desk = try? Desk(), let ending = try? desk.shell("unshare -Urm mount -t tmpfs none \"$HOME\"") else {
            return "unshare is not installed"
        }
        return ending.status == 0 ? nil : "no file system can be mounted here without rights: \(ending.errors)"
    }()

    /// Runs a script in a namespace of its own; notes in the table when that is not possible here.
    private func inNamespace(_ books: Books, _ script: String) throws -> Ending? {
        if let why = RoomAttack.noNamespace {
            books.tally.remark = "skipped: \(why.split(separator: "\n").first ?? "")"
            return nil
        }
        let file = try books.desk.file("script.sh", "set -u\n" + script)
        return try books.desk.start("unshare", ["-Urm", "sh", file]).end(seconds: 300)
    }

    @Test func aLimitOnTheSizeOfFilesIsSaidAndNothingIsHalfWritten() throws {
        let books = try Books("limit on the size of files at every byte of a dial (prlimit --fsize)")
        try books.record(Books.notes("before", 0, 10), addsLead: true)
        let size = try read(books.segment).count
        let line = try read(books.segment).split(separator: 10).last.map { $0.count + 1 } ?? 0
        for limit in stride(from: size - 3, through: size + line + 12, by: Torture.isLong ? 1 : 11) {
            let before = try read(books.segment)
            _ = try books.desk.shell("rm -rf saved && mkdir saved && cp -a data state saved")
            let limited = try books.record(Books.notes("limited", limit), through: ["prlimit", "--fsize=\(limit)"])
            let after = try read(books.segment)
            if limited.status == 0 {
                // The next limit is tried on the same file.
                _ = try books.desk.shell("rm -rf data state && cp -a saved/data saved/state .")
                books.forgetLast()
                continue
            }
            #expect(limited.status == 74, "\(limit): \(limited.errors)")
            #expect(limited.errors.hasPrefix("lastcall: ") && limited.errors.contains("make room"), "\(limit)")
            #expect(after == before, "\(limit)")
            #expect(books.wrongs() == [], "\(limit)")
        }
        #expect(try books.record(Books.notes("after", 0)).status == 0)
        #expect(books.wrongs() == [] && books.tally.isClean)
    }

    @Test func aFullDiskIsSaidAndLosesNothing() throws {
        let books = try Books("a full disk (tmpfs of 64 KiB)")
        let act = { (note: String) in
            #"{"do":"attempt","lead":"\#(Books.lead)","by":"phone","out":"no answer","note":"\#(note)"}"#
        }
        let ending = try inNamespace(
            books,
            """
            mkdir -p "$LASTCALL_DATA" && mount -t tmpfs -o size=64k,mode=700 none "$LASTCALL_DATA" || exit 1
            echo '\(Books.addition)' | lastcall record >/dev/null || exit 2
            head -c 40000 /dev/zero >"$LASTCALL_DATA/filler"
            full=0 i=0
            while [ $i -lt 150 ]; do
                id=$(echo '\(act("full-$i"))' | sed "s/.i\\"/$i\\"/" | lastcall record 2>>"$HOME/said")
                case $? in
                    0) echo "full-$i $id" ;;
                    74) full=$((full + 1)); [ $full -lt 5 ] || break ;;
                    *) echo "status" >&2; exit 3 ;;
                esac
                i=$((i + 1))
            done
            [ $full -gt 0 ] || exit 4
            lastcall list >/dev/null || exit 5
            cp -r "$LASTCALL_DATA/journal" "$HOME/full"
            rm "$LASTCALL_DATA/filler"
            id=$(echo '\(act("room"))' | lastcall record) || exit 6
            echo "room $id"
            mkdir "$HOME/copy" && cp -r "$LASTCALL_DATA/journal" "$HOME/copy"
            """)
        guard let ending else { return }
        #expect(ending.status == 0, "\(ending.errors)")
        books.tally.runs += 1
        books.tally.take(ending)
        let said = String(decoding: try read(books.desk.home + "/said"), as: UTF8.self)
        #expect(said.contains("No space left on device; make room on the disk"))
        for line in ending.lines {
            let words = line.split(separator: " ").map(String.init)
            try #require(words.count == 2)
            books.acknowledge(words[1], words[0])
        }
        // What did not fit was not acknowledged, and nothing of it is there.
        try? FileManager.default.removeItem(atPath: books.desk.data)
        try FileManager.default.moveItem(atPath: books.desk.home + "/copy", toPath: books.desk.data)
        #expect(books.wrongs() == [])
        #expect(books.tally.isClean && books.acknowledged.count > 5)
    }

    @Test func aReadOnlyFolderCanBeReadAndIsLeftAsItIs() throws {
        let books = try Books("a folder that may not be written (read-only mount)")
        try books.record(Books.notes("before", 0, 3), addsLead: true)
        let before = try read(books.segment)
        let ending = try inNamespace(
            books,
            """
            mount --bind "$LASTCALL_DATA" "$LASTCALL_DATA" && mount -o remount,ro,bind "$LASTCALL_DATA" || exit 1
            lastcall list >/dev/null || exit 2
            lastcall log Ada busy
            [ $? = 73 ] || exit 3
            """)
        guard let ending else { return }
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.errors.contains("cannot be written to"), "\(ending.errors)")
        books.tally.runs += 1
        #expect(try read(books.segment) == before)
        #expect(books.wrongs() == [])
    }
}
