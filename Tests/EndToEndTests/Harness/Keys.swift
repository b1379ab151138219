/// The keys of a JSON text in the order in which they stand, those of inner objects with the outer key and a dot before
/// them. Of an array only the first element counts.
func keys(of json: String) -> [String] {
    var found: [String] = []
    var path: [String] = []
    // For every open bracket: whether it is an object's, and how many elements came before.
    var open: [(isObject: Bool, place: Int)] = []
    var text: String?
    var isEscaped = false
    var last = ""
    func counts() -> Bool { open.allSatisfy { $0.isObject || $0.place == 0 } }
    for character in json {
        if let inside = text {
            if isEscaped || character == "\\" {
                isEscaped = !isEscaped
                text = inside + String(character)
            } else if character == "\"" {
                last = inside
                text = nil
            } else {
                text = inside + String(character)
            }
            continue
        }
        switch character {
        case "\"": text = ""
        case ":":
            path.append(last)
            if counts() { found.append(path.joined(separator: ".")) }
        case "{", "[": open.append((character == "{", 0))
        case ",":
            if let level = open.last, level.isObject { path.removeLast() }
            if !open.isEmpty { open[open.count - 1].place += 1 }
        case "}", "]":
            let level = open.removeLast()
            if level.isObject, !path.isEmpty, path.count > open.filter(\.isObject).count { path.removeLast() }
        default: break
        }
    }
    return found
}
