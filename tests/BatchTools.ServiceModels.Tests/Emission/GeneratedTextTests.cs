using Microsoft.CodeAnalysis;

namespace BatchTools.ServiceModels.Tests.Emission;

public sealed class GeneratedTextTests
{
    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Client = Trees("Client");

    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Server = Trees("Server");

    [Theory]
    [InlineData("AmazonToy.Toy", "public string? Name { get; set; }")]
    [InlineData("AmazonToy.Toy", "[global::System.Obsolete(\"Use \\\"weight\\\".\")]")]
    [InlineData("AmazonToy.Toy", "public int? Size { get; set; }")]
    [InlineData("AmazonToy.Toy", "public float? Weight { get; set; }")]
    [InlineData("AmazonToy.Toy", "public double? Price { get; set; }")]
    [InlineData("AmazonToy.Toy", "public long? Count { get; set; }")]
    [InlineData("AmazonToy.Toy", "public bool? IsLoud { get; set; }")]
    [InlineData("AmazonToy.Toy", "public global::System.DateTime? MadeAt { get; set; }")]
    [InlineData("AmazonToy.Toy", "public global::System.DateTime? BoughtAt { get; set; }")]
    [InlineData("AmazonToy.Toy", "public global::Amazon.Toy.Kind? Kind { get; set; }")]
    [InlineData("AmazonToy.Toy", "public global::System.Collections.Generic.List<global::Amazon.Toy.Model.Toy>? Parts { get; set; } = global::Amazon.AWSConfigs.InitializeCollections ? new() : null;")]
    [InlineData("AmazonToy.Toy", "public global::System.Collections.Generic.Dictionary<string, string>? Labels { get; set; } = global::Amazon.AWSConfigs.InitializeCollections ? new() : null;")]
    [InlineData("AmazonToy.Kind", "public static readonly Kind ModelTrain = new(\"model-train\");")]
    [InlineData("AmazonToy.PutToyRequest", "public partial class PutToyRequest : global::Amazon.Toy.AmazonToyRequest")]
    [InlineData("AmazonToy.ListToysResponse", "public partial class ListToysResponse : global::Amazon.Runtime.AmazonWebServiceResponse")]
    [InlineData("AmazonToy.BadToyException", "public partial class BadToyException : global::Amazon.Toy.AmazonToyException")]
    [InlineData("AmazonToyConfig", "AuthenticationServiceName = \"toys\";")]
    [InlineData("ToyOperations", "message.Label(\"toyId\", request.ToyId);")]
    [InlineData("ToyOperations", "message.Query(\"colour\", request.Colours);")]
    [InlineData("ToyOperations", "message.Query(\"kind\", request.Kind?.Value);")]
    [InlineData("ToyOperations", "message.Rest(\"PUT\", \"/toys/{toyId}\");")]
    [InlineData("AmazonToyEndpointProvider", "throw new AmazonClientException(Fn.Interpolate(\"Missing Region\", refs));")]
    public void The_client_has_the_sdk_s_shape(string file, string line) => Assert.Contains(line, Lines("Client", file));

    [Theory]
    [InlineData("Toy.Toy", "public string? Kind { get; set; }")]
    [InlineData("Toy.Toy", "public long? BoughtAt { get; set; }")]
    [InlineData("Toy.Toy", "public double? MadeAt { get; set; }")]
    [InlineData("Toy.Toy", "check.Required(\"name\", this.Name);")]
    [InlineData("Toy.Toy", "check.Length(\"name\", this.Name, 1, 20);")]
    [InlineData("Toy.Toy", "check.Range(\"size\", this.Size, 1, 9);")]
    [InlineData("Toy.Toy", "check.Range(\"count\", this.Count, 0, null);")]
    [InlineData("Toy.Toy", "check.Count(\"parts\", this.Parts, null, 5);")]
    [InlineData("Toy.Toy", "check.Count(\"labels\", this.Labels, 1, null);")]
    [InlineData("Toy.Toy", "check.EachKey(\"labels\", this.Labels, static (check, at, item) => check.Length(at, item, 1, 20));")]
    [InlineData("Toy.Toy", "check.OneOf(\"kind\", this.Kind, global::BatchTools.LocalEngine.Api.Toy.Kind.Values);")]
    [InlineData("Toy.Kind", "public const string _2Wheeler = \"2-wheeler\";")]
    [InlineData("ToyProtocol", "input.ToyId = call.Label(\"toyId\");")]
    [InlineData("ToyProtocol", "input.Colours = call.QueryList(\"colour\");")]
    [InlineData("ToyProtocol", "input.Kind = call.Query(\"kind\");")]
    public void The_server_has_the_engine_s_shape(string file, string line) => Assert.Contains(line, Lines("Server", file));

    [Fact]
    public void The_server_has_no_classes_of_errors_and_checks_only_what_a_request_can_hold()
    {
        Assert.DoesNotContain(Server.Value, tree => tree.FilePath.Contains("BadToyException", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines("Server", "Toy.PutToyResponse"), line => line.Contains("Validate", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Lines(string side, string file) =>
        [.. (side == "Client" ? Client : Server).Value
            .Single(tree => Path.GetFileName(tree.FilePath) == file + ".g.cs").ToString().Split('\n').Select(line => line.Trim())];

    private static Lazy<IReadOnlyList<SyntaxTree>> Trees(string side) => new(() => Generation.Run(Generation.Toy(side)).GetRunResult().GeneratedTrees);
}
