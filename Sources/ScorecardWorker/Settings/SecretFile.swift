// Beside swift-nio the compiler looks for `stat` in here.
internal import CDispatch
internal import Foundation

/// A file that holds one secret, as containers and systemd hand them over.
enum SecretFile {
    private static let limit = 65_536

    /// The text without white space around it.
    ///
    /// - Throws: when the file cannot be read, is empty, or others than its owner may read it.
    static func text(_ path: String, _ source: SettingSource) throws(SettingsError) -> String {
        func refusal(_ why: String) -> SettingsError {
            SettingsError(sentence: "\(source.subject("")) \(why).")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw refusal("cannot be opened: \(String(cString: strerror(errno)))") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        // The open file is looked at, not the path: what is checked is what is read.
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw refusal("is no regular file; name a file with the secret in it")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw refusal("can be read by others than its owner; run `chmod 600` on it")
        }
        guard let data = try? handle.read(upToCount: limit + 1), data.count <= limit,
            let text = String(validating: data, as: UTF8.self)
        else { throw refusal("is no text of at most \(limit) bytes; write the secret alone into it") }
        guard !text.trimmed.isEmpty else { throw refusal("is empty; write the secret into it") }
        return String(text.trimmed)
    }
}
