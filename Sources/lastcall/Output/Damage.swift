import Journal

extension LoadReport {
    /// What is wrong with the journal, in a sentence for each kind: nothing of it is lost silently.
    var damage: [String] {
        var sentences: [String] = []
        if let first = badLines.first {
            sentences.append(
                "\(first.file):\(first.line): \(first.what); \(count(badLineCount, "line")) cannot be read and "
                    + "is kept as it is, compare it with a backup")
        }
        if let first = missing.first {
            sentences.append(
                "\(first.file): lines \(first.first) to \(first.last) are missing; compare the file with a backup")
        }
        if let first = changedOutside.first {
            sentences.append(
                "\(first.file):\(first.line): changed outside lastcall; \(count(changedOutsideCount, "line")) used as it is now"
            )
        }
        return sentences + unreadable
            + missingFiles.map { "\($0) is missing; look for it in a backup or on the device that wrote it" }
            + vanished.map { "\($0) was there before and is gone; look for it in a backup or on another device" }
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
