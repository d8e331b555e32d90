namespace BatchTools.PowerShell.Requests;

/// <summary>Names an operation of AWS Batch that a cmdlet reaches.</summary>
/// <param name="operation">The operation, such as CreateJobQueue.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class BatchOperationAttribute(string operation) : Attribute
{
    /// <summary>The operation.</summary>
    public string Operation => operation;
}
