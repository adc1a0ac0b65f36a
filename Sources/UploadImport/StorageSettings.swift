internal import ObjectStorage

/// Where the uploads' files are: the worker's own settings, each of which a flag may replace.
public struct StorageSettings: Sendable {
    let configuration: ObjectStoreConfiguration

    /// Reads `CRICKSY_S3_ENDPOINT`, `_REGION`, `_BUCKET`, `_ACCESS_KEY` and `_SECRET_KEY`; nil takes the environment's value.
    public init(
        environment: [String: String], bucket: String? = nil, endpoint: String? = nil, region: String? = nil
    ) {
        let value = { (name: String) in environment["CRICKSY_S3_" + name].flatMap { $0.isEmpty ? nil : $0 } }
        var keys: AccessKeys?
        if let access = value("ACCESS_KEY"), let secret = value("SECRET_KEY") {
            keys = AccessKeys(accessKey: access, secretKey: secret)
        }
        configuration = ObjectStoreConfiguration(
            bucket: bucket ?? value("BUCKET") ?? "cricksy-uploads-dev",
            region: region ?? value("REGION") ?? "us-east-1",
            endpoint: endpoint ?? value("ENDPOINT"), accessKeys: keys, environment: environment)
    }
}
