namespace BatchTools.ServiceModels.Models;

/// <summary>How a service puts its operations into HTTP messages.</summary>
internal enum WireProtocol
{
    /// <summary>An operation is a method and a path; labels and query carry some members.</summary>
    RestJson,

    /// <summary>An operation is the header <c>X-Amz-Target</c> of a POST to <c>/</c>.</summary>
    Json,

    /// <summary>An operation is the form field <c>Action</c>; answers are XML.</summary>
    Query,

    /// <summary>As <see cref="Query"/>, with EC2's own names, lists and errors.</summary>
    Ec2,

    /// <summary>An operation is a path; requests and answers are CBOR.</summary>
    Cbor,
}
