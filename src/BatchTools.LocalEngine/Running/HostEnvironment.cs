using System.Collections;

namespace BatchTools.LocalEngine.Running;

/// <summary>
/// The variables that a job gets from the engine's own environment: where programs, home and temporary files are, language and
/// time zone. Nothing else, and so none of the host's credentials.
/// </summary>
internal static class HostEnvironment
{
    private static readonly HashSet<string> Passed = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DOTNET_ROOT",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData",
        "ProgramFiles", "ProgramFiles(x86)", "CommonProgramFiles", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    /// <summary>The passed variables as they are now.</summary>
    public static Dictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(Passed.Comparer);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            var name = (string)entry.Key;
            if (Passed.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal))
                variables[name] = (string?)entry.Value ?? "";
        }

        if (!variables.ContainsKey("PATH"))
            variables["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        return variables;
    }
}
