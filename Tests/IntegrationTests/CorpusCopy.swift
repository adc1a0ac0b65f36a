import Foundation
import Testing

/// The first documents of each split of the repository's corpus, with a manifest of their own.
func copyCorpus(to target: URL, documents: Int) throws {
    let manifestURL = Repository.corpus.appending(path: "manifest.json")
    var manifest = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: manifestURL)) as? [String: Any])
    let all = try #require(manifest["documents"] as? [[String: Any]])
    let chosen = ["tune", "validation"].flatMap { split in
        all.filter { $0["split"] as? String == split }.prefix(documents)
    }
    manifest["documents"] = chosen
    for document in chosen {
        let path = "\(document["split"] ?? "")/\(document["id"] ?? "")"
        let folder = target.appending(path: path)
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Repository.corpus.appending(path: path), to: folder)
    }
    try JSONSerialization.data(withJSONObject: manifest, options: [.sortedKeys, .prettyPrinted])
        .write(to: target.appending(path: "manifest.json"))
}
