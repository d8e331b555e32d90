namespace BatchTools.LocalEngine.Api.CloudWatch;

/// <summary>CloudWatch's errors, in its words where they are known.</summary>
internal static class CloudWatchErrors
{
    public static ServiceError InvalidValue(string message) => new("InvalidParameterValueException", message);

    public static ServiceError InvalidCombination(string message) => new("InvalidParameterCombinationException", message);

    public static ServiceError Missing(string message) => new("MissingRequiredParameterException", message);

    public static ServiceError Validation(string message) => new("ValidationError", message);

    public static ServiceError InvalidToken(string token) => new("InvalidNextToken", $"The token '{Shortened.Text(token)}' is not valid.");
}
