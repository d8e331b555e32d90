namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Ties a job to the jobs that it waits for.</summary>
internal static class DependencyLinks
{
    public static void Link(Job job, IEnumerable<Dependency> dependencies)
    {
        foreach (var dependency in dependencies)
        {
            if (dependency.Kind == DependencyKind.Whole)
                LinkWhole(job, dependency.Job!);
            else if (job is ArrayJob array && dependency.Kind == DependencyKind.Sequential)
                LinkChain(array);
            else if (job is ArrayJob matching && dependency.Job is ArrayJob other)
                LinkMatched(matching, other);
        }
    }

    private static void LinkWhole(Job job, Job other)
    {
        if (Wait(job, other))
            other.AddDependent(job);
    }

    private static void LinkChain(ArrayJob array)
    {
        array.IsSequential = true;
        for (var index = 1; index < array.Children.Length; index++)
            Wait(array.Children[index], array.Children[index - 1]);
    }

    private static void LinkMatched(ArrayJob array, ArrayJob other)
    {
        for (var index = 0; index < array.Children.Length; index++)
            Wait(array.Children[index], other.Children[index]);
        if (!other.IsOver)
            other.AddMatchedDependent(array);
    }

    // Whether the job has to wait still.
    private static bool Wait(Job job, Job other)
    {
        if (other.State == JobState.Failed)
            job.DependencyFailed = true;
        if (other.IsOver)
            return false;
        job.Outstanding++;
        return true;
    }
}
