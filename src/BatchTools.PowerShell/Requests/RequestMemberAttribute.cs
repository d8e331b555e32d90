namespace BatchTools.PowerShell.Requests;

/// <summary>
/// Makes a parameter set a member of the cmdlet's request. An initial value of the property is the member's default, for where
/// neither the command line nor a file nor a piped object gives one. Where a cmdlet makes its requests in another way, such as a search
/// by several calls, it says which member the parameter is for.
/// </summary>
/// <param name="path">
/// The member by AWS's names, such as <c>computeResources.minvCpus</c>; the value of one entry of a list of pairs is written
/// <c>containerProperties.resourceRequirements[VCPU]</c>.
/// </param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class RequestMemberAttribute(string path) : Attribute
{
    /// <summary>The member by AWS's names.</summary>
    public string Path => path;
}
