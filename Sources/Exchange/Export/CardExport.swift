public import Pipeline

extension ExportedFile {
    /// The leads as cards (vCard 4.0, RFC 6350). Import reads them back without loss, but for the history.
    public static func cards(_ leads: [Lead]) -> ExportedFile {
        var writer = ContentWriter()
        for lead in leads { OwnCard.write(lead, to: &writer) }
        let controls = writer.hasReplaced ? ["control characters, written as \u{FFFD}"] : []
        return ExportedFile(bytes: writer.bytes, losses: historyLoss(leads) + controls)
    }
}
