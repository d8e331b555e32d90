using System.Text.RegularExpressions;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Tells the errors of one job from those that end the whole call, and what of a job was not found.</summary>
internal static class SubmissionErrors
{
    /// <summary>The error for a job that the service refused. Where a job that it depends on is missing, that one is named.</summary>
    public static BatchException Of(Exception exception, ServiceCall call, SubmitJobRequest request)
    {
        var error = ServiceErrors.Map(exception, call);
        var ids = request.DependsOn?.Select(one => one.JobId).OfType<string>().ToArray() ?? [];
        if (error.ErrorId != nameof(Messages.ResourceMissing) || ids.Length == 0 || !exception.Message.Contains("depend", StringComparison.OrdinalIgnoreCase))
            return error;
        var named = ids.Where(id => Regex.IsMatch(exception.Message, $@"(?<!\w){Regex.Escape(id)}(?!\w)", RegexOptions.CultureInvariant)).ToArray();
        return BatchException.From(
            exception, nameof(Messages.DependencyNotFound), ErrorKind.NotFound, request.JobName,
            request.JobName, string.Join("', '", named.Length == 0 ? ids : named), call.Connection.Name);
    }

    /// <summary>Whether the next job may fare better.</summary>
    public static bool IsOfItem(BatchException error) => error.ErrorId == nameof(Messages.SubmissionUncertain)
        || error.Kind is ErrorKind.InvalidInput or ErrorKind.NotFound or ErrorKind.AlreadyExists or ErrorKind.Conflict;
}
