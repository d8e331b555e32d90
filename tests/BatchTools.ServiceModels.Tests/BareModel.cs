namespace BatchTools.ServiceModels.Tests;

/// <summary>A small service that speaks every protocol but rest-json.</summary>
internal static class BareModel
{
    public const string Customizations = """
        { "namespacePart": "Toy", "validationError": "ValidationError", "openEnums": ["Colour"] }
        """;

    /// <summary>The same service, speaking one protocol only.</summary>
    public static string Speaking(string protocol) => Model.Replace(Protocols, $"\"protocol\": \"{protocol}\"", StringComparison.Ordinal);

    private const string Protocols = """
        "protocol": "smithy-rpc-v2-cbor", "protocols": ["smithy-rpc-v2-cbor", "json", "query", "ec2"]
        """;

    public const string Model = """
        {
          "metadata": {
            "serviceId": "Toy Box", "apiVersion": "2026-01-01", "endpointPrefix": "toys", "targetPrefix": "Toys", "xmlNamespace": "http://toys.example/",
            "protocol": "smithy-rpc-v2-cbor", "protocols": ["smithy-rpc-v2-cbor", "json", "query", "ec2"]
          },
          "operations": {
            "Throw": {
              "http": { "method": "POST", "requestUri": "/" }, "errors": [{ "shape": "NoSuchBallException" }],
              "input": { "shape": "ThrowRequest" }, "output": { "resultWrapper": "ThrowResult", "shape": "ThrowOutput" }
            }
          },
          "shapes": {
            "ThrowRequest": { "type": "structure", "required": ["Balls"], "members": { "Balls": { "shape": "Balls", "locationName": "Ball" } } },
            "ThrowOutput": { "type": "structure", "xmlOrder": ["At"], "members": { "At": { "shape": "Moment", "locationName": "at" } } },
            "Ball": {
              "type": "structure",
              "members": {
                "Colour": { "shape": "Colour", "locationName": "colour" },
                "Ball": { "shape": "Text", "locationName": "ball" },
                "Sizes": { "shape": "Sizes" },
                "IsRound": { "shape": "Flag" }
              }
            },
            "NoSuchBallException": {
              "type": "structure", "exception": true, "error": { "code": "NoSuchBall", "httpStatusCode": 404, "senderFault": true },
              "members": { "message": { "shape": "Text" } }
            },
            "Balls": { "type": "list", "member": { "shape": "Ball", "locationName": "item" } },
            "Sizes": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Size" } },
            "Size": { "type": "double" },
            "Flag": { "type": "boolean" },
            "Colour": { "type": "string", "enum": ["red"] },
            "Moment": { "type": "timestamp" },
            "Text": { "type": "string" }
          }
        }
        """;
}
