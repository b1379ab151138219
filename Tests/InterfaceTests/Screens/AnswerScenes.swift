import Pipeline
import Testing

extension Scene {
    /// What leads answer, and what is known of those who answer much.
    static let answers: [Scene] = [
        of("card-full") { $0.press("Enter") },
        of("card-full-scrolled") { $0.press("Enter C-d C-d") },
        of("pop-up-questions") { $0.press("Q") },
        of("pop-up-question-value") { $0.press("Q p") },
        of("form-question") { $0.press("Q b d") },
        of("pop-up-signals") { $0.press("!") },
        of("form-compelling") { $0.press("C") },
        of("pop-up-compelling-not-interested") { $0.press("t n") },
        of("form-put-off") {
            $0.press("t l")
            $0.type("dec 1")
        },
        Scene("pop-up-not-interested") { $0.press("t n") },
        Scene("form-promise") {
            $0.press("t l")
            $0.type("dec 1")
            $0.press("Tab")
            $0.type("the new plant is open")
        },
        Scene("message-decline") {
            $0.find(People.lena)
            $0.press("x Enter")
            $0.press("L e r")
            _ = $0.takeEffects()
        },
    ]

    private static func of(_ name: String, _ act: @escaping @Sendable (Pilot) -> Void) -> Scene {
        Scene(name, from: { Pilot($0, $1, on: Courting.entries) }) {
            $0.press("2")
            act($0)
        }
    }
}
