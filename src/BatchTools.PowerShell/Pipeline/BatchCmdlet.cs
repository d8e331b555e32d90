using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>What every cmdlet of the module can do.</summary>
public abstract class BatchCmdlet : PSCmdlet
{
    private protected BatchCmdlet()
    {
    }

    /// <summary>The full path of a file that may not exist yet.</summary>
    private protected string FullPath(string path) => GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The files that a path names, with wildcards or without.</summary>
    private protected IEnumerable<string> Files(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [FullPath(path)];

    /// <summary>Does something for one item; what fails is that item's error, and gives null.</summary>
    private protected T? Attempt<T>(Func<T> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (BatchException error)
        {
            WriteError(ErrorRecords.From(error));
            return null;
        }
    }

    /// <summary>Whether the command only says what it would do.</summary>
    private protected bool IsWhatIf =>
        LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.GetValueOrDefault("WhatIf") ?? SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>Whether results go on: asked for, or taken by a command further down the pipeline.</summary>
    private protected bool IsPassedOn(bool passThru) => passThru || MyInvocation.PipelinePosition < MyInvocation.PipelineLength;

    /// <summary>Ends the command with an error after which nothing can go on.</summary>
    [DoesNotReturn]
    private protected void Fail(BatchException error)
    {
        ThrowTerminatingError(ErrorRecords.From(error));
        throw error;
    }
}
