using Amazon.Runtime;

namespace BatchTools.Tests;

/// <summary>An open enum as the AWS clients have them.</summary>
public sealed class SampleState(string value) : ConstantClass(value)
{
    public static readonly SampleState DISABLED = new("DISABLED");
    public static readonly SampleState ENABLED = new("ENABLED");
    public static readonly SampleState SPOT_CAPACITY = new("SPOT_CAPACITY");
}

/// <summary>A nested structure.</summary>
public sealed class SampleDetail
{
    public string? Name { get; set; }
    public List<SampleDetail>? Children { get; set; }
}

/// <summary>A request with one member of each type that AWS's models know.</summary>
public sealed class SampleRequest : AmazonWebServiceRequest
{
    public string? JobName { get; set; }
    public int? MinvCpus { get; set; }
    public long? CreatedAt { get; set; }
    public float? WeightFactor { get; set; }
    public double? Ratio { get; set; }
    public bool? PropagateTags { get; set; }
    public DateTime? Since { get; set; }
    public SampleState? State { get; set; }
    public SampleDetail? Detail { get; set; }
    public List<string>? Command { get; set; }
    public List<SampleState>? States { get; set; }
    public List<SampleDetail>? Details { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public Dictionary<string, SampleDetail>? DetailMap { get; set; }
    public string ReadOnly => "derived";
}
