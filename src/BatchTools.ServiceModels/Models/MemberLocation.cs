namespace BatchTools.ServiceModels.Models;

/// <summary>Where a member travels in the HTTP message.</summary>
internal enum MemberLocation
{
    /// <summary>In the JSON body.</summary>
    Body,

    /// <summary>A label of the path, such as <c>{resourceArn}</c>.</summary>
    Label,

    /// <summary>A parameter of the query string.</summary>
    Query,
}
