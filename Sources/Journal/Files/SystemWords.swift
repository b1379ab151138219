import Glibc

/// What the system says of an error, by its `errno`: `No space left on device`.
public func systemWords(_ code: Int32) -> String { String(cString: strerror(code)) }
