import Pipeline
import Testing

extension Scene {
    /// Each step and verdict of the break-up panel.
    static let breakUps: [Scene] = [
        at("break-up-assess", BreakUps.past(nil, BreakUps.enough)) { $0.press("2 3") },
        at("break-up-other-criteria", BreakUps.past(BreakUps.maybe, BreakUps.enough, criteria: "0123456789abcdef")),
        at("break-up-invest", BreakUps.past(BreakUps.top, BreakUps.enough)),
        at("break-up-move-on", BreakUps.past(BreakUps.bottom, BreakUps.little)),
        at("break-up-reconsider", BreakUps.past(BreakUps.maybe, BreakUps.little)),
        at("break-up-override", BreakUps.past(BreakUps.maybe, BreakUps.little)) {
            $0.press("g")
            $0.type("she is leaving in December")
        },
        at("break-up-say-goodbye", BreakUps.past(BreakUps.maybe, BreakUps.enough)),
        at("break-up-finish-today", BreakUps.goodbye(on: "2026-11-23", [.voicemail])),
        at("break-up-early", BreakUps.goodbye(on: "2026-11-23", [], override: "she is leaving in December")),
        at("break-up-third", BreakUps.goodbye(on: "2026-11-23", [.voicemail, .email])) { $0.press("c") },
        at("break-up-lapsed", BreakUps.goodbye(on: "2026-11-19", [.voicemail])),
        at("break-up-awaiting", BreakUps.goodbye(on: "2026-11-20", [.voicemail, .email, .liveMessage])),
        at("break-up-unanswered", BreakUps.goodbye(on: "2026-11-12", [.voicemail, .email, .liveMessage])),
    ]

    private static func at(
        _ name: String, _ past: Past, _ act: @escaping @Sendable (Pilot) -> Void = { _ in }
    ) -> Scene { at(name, past.entries, act) }

    private static func at(
        _ name: String, _ entries: [Entry], _ act: @escaping @Sendable (Pilot) -> Void = { _ in }
    ) -> Scene {
        Scene(name, from: { BreakUps.pilot(entries, width: $0, height: $1) }, act)
    }
}
