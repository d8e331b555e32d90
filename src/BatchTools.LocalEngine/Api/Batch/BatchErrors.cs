namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>AWS Batch's errors, in its words.</summary>
internal static class BatchErrors
{
    /// <summary>An error in the form that AWS gives to what it finds while it carries a request out.</summary>
    public static ServiceError Executing(string message) =>
        ServiceError.Client($"Error executing request, Exception : {message}, RequestId: {RequestScope.RequestId}");

    public static ServiceError QueueNotFound(string? queue) => ServiceError.Client($"JobQueue {queue} not found.");

    public static ServiceError EnvironmentNotFound(string? environment) => ServiceError.Client($"ComputeEnvironment {environment} not found.");

    public static ServiceError ServiceEnvironmentNotFound(string? environment) => ServiceError.Client($"ServiceEnvironment {environment} not found.");

    public static ServiceError DefinitionNotActive(string? definition) =>
        ServiceError.Client($"JobDefinition name {definition} does not exist or is not in ACTIVE status");

    public static ServiceError DefinitionNotFound(string? definition) => ServiceError.Client($"JobDefinition {definition} not found.");

    public static ServiceError QueueRelationship() => ServiceError.Client("Cannot delete, found existing JobQueue relationship");

    public static ServiceError BeingModified(string what = "delete") => ServiceError.Client($"Cannot {what}, resource is being modified");

    public static ServiceError AlreadyExists() => ServiceError.Client("Object already exists");
}
