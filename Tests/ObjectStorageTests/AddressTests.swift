import Testing

import ObjectStorage

@Suite struct AddressTests {
    private func address(
        bucket: String = "cards", region: String = "eu-west-1", endpoint: String? = nil
    ) throws -> BucketAddress {
        try BucketAddress(
            ObjectStoreConfiguration(bucket: bucket, region: region, endpoint: endpoint, environment: [:]))
    }

    @Test(
        arguments: [
            ("cards", "eu-west-1", nil, "https://cards.s3.eu-west-1.amazonaws.com"),
            ("cards", "cn-north-1", nil, "https://cards.s3.cn-north-1.amazonaws.com.cn"),
            ("my.cards", "us-east-1", nil, "https://s3.us-east-1.amazonaws.com/my.cards"),
            ("cards", "us-east-1", "", "https://cards.s3.us-east-1.amazonaws.com"),
            ("cards", "us-east-1", "http://minio:9000", "http://minio:9000/cards"),
            ("cards", "us-east-1", "http://minio:9000/", "http://minio:9000/cards"),
            ("cards", "us-east-1", "https://MINIO.example:443/store//", "https://minio.example/store/cards"),
            ("cards", "us-east-1", "http://[::1]:80", "http://[::1]/cards"),
        ] as [(String, String, String?, String)])
    func styles(bucket: String, region: String, endpoint: String?, expected: String) throws {
        #expect(try address(bucket: bucket, region: region, endpoint: endpoint).text == expected)
    }

    @Test(arguments: [
        "minio:9000", "ftp://minio", "http://user:secret@minio", "http://minio/?x=1", "http://minio/#x", "http://",
        "file:///etc/passwd", "http://mi nio",
    ])
    func refusedEndpoints(endpoint: String) {
        let error = #expect(throws: ObjectStorageError.self) { _ = try address(endpoint: endpoint) }
        #expect(error?.disposition == .configuration)
        #expect(error?.sentence.contains("CRICKSY_S3_ENDPOINT") == true)
        #expect(error?.sentence.contains("secret") == false)
    }

    @Test(arguments: ["", "a", "a/b", "a..b", "-ab", "ab?", "bucket\n", String(repeating: "b", count: 64)])
    func refusedBuckets(bucket: String) {
        #expect(throws: ObjectStorageError.self) { _ = try address(bucket: bucket) }
    }

    @Test(arguments: ["", "eu/west", "evil.com#"])
    func refusedRegions(region: String) {
        #expect(throws: ObjectStorageError.self) { _ = try address(region: region) }
    }

    @Test func secretsAreNotPrinted() {
        let keys = AccessKeys(accessKey: "AKIAEXAMPLE1234", secretKey: "canary-secret")
        var dumped = "\(keys) \(String(reflecting: keys))"
        let credentials = Credentials(
            accessKeyID: "AKIAEXAMPLE1234", secretAccessKey: "canary-secret", sessionToken: "canary-token")
        dumped += "\(credentials) \(String(reflecting: credentials)) "
        dump(credentials, to: &dumped)
        dump(
            ObjectStoreConfiguration(
                bucket: "cards", accessKeys: keys, environment: ["AWS_SECRET_ACCESS_KEY": "canary-secret"]), to: &dumped
        )
        #expect(!dumped.contains("canary"))
    }
}
