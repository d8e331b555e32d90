using System.Management.Automation;

namespace BatchTools.PowerShell.Session;

/// <summary>Closes the runspace's connections when the module is removed from it.</summary>
public sealed class SessionCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => BatchSession.Current.Close();
}
