using System.Globalization;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Scheduling;

/// <summary>Whatever is done to an engine, its jobs are in the states that the model says.</summary>
public sealed class StateRulesTests
{
    private const int Places = 2;

    private enum Act
    {
        Submit,
        SubmitArray,
        Begin,
        Exit,
        Fail,
        Cancel,
        Terminate,
        Reopen,
        Crash,
    }

    [Fact]
    public void The_engine_agrees_with_the_model()
    {
        var act = Gen.Frequency(
            (5, Gen.Constant(Act.Submit)), (3, Gen.Constant(Act.SubmitArray)), (6, Gen.Constant(Act.Begin)), (8, Gen.Constant(Act.Exit)),
            (4, Gen.Constant(Act.Fail)), (2, Gen.Constant(Act.Cancel)), (2, Gen.Constant(Act.Terminate)), (1, Gen.Constant(Act.Reopen)), (2, Gen.Constant(Act.Crash)));
        var step = from what in act
                   from which in Gen.Choose(0, 1000)
                   from how in Gen.Choose(0, 1000)
                   select new Step(what, which, how);

        Prop.ForAll(Arb.From(step.ArrayOf(), steps => Shorter(steps)), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(200 * Chance.Times).WithEndSize(80));
    }

    private static IEnumerable<Step[]> Shorter(Step[] steps) =>
        Enumerable.Range(0, steps.Length).Select(left => steps.Where((_, index) => index != left).ToArray());

    private static bool Agrees(Step[] steps)
    {
#pragma warning disable VSTHRD002 // A property is synchronous, and there is no context to wait for.
        PlayAsync(steps).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        return true;
    }

    private static async Task PlayAsync(Step[] steps)
    {
        using var folder = new TempFolder();
        var copies = new List<TempFolder>();
        var at = folder;
        var model = new ModelEngine(Places);
        var engine = StillEngine.Open(folder, Places);
        try
        {
            foreach (var step in steps)
            {
                if (step.What == Act.Reopen)
                {
                    await engine.DisposeAsync();
                    engine = StillEngine.Open(at, Places);
                    model.Reopen();
                }
                else if (step.What == Act.Crash)
                {
                    copies.Add(at = new TempFolder());
                    engine = await CrashAsync(step, engine, model, at);
                }
                else
                {
                    await PlayAsync(step, engine, model);
                }

                await CompareAsync(engine, model);
            }
        }
        finally
        {
            await engine.DisposeAsync();
            copies.ForEach(copy => copy.Dispose());
        }
    }

    // Killed while the end or the beginning of an attempt is on its way to the disk.
    private static Task<StillEngine> CrashAsync(Step step, StillEngine engine, ModelEngine model, TempFolder copy)
    {
        if (model.Active.ToList() is not { Count: > 0 } active)
        {
            model.Crash(static () => { });
            return engine.CrashAsync(copy, static () => { });
        }

        var unit = active[step.Which % active.Count];
        var (attempt, begins, exitCode) = (engine.Attempt(unit.Job.IdOf(unit)), step.How % 3 == 0 && unit.State == "STARTING", step.How % 2);
        model.Crash(() =>
        {
            if (begins)
                model.Begin(unit);
            else
                model.Exit(unit, exitCode);
        });
        return engine.CrashAsync(copy, () =>
        {
            if (begins)
                attempt.Begin();
            else
                attempt.Exit(exitCode);
        });
    }

    private static async Task PlayAsync(Step step, StillEngine engine, ModelEngine model)
    {
        switch (step.What)
        {
            case Act.Submit or Act.SubmitArray:
                model.Submit(await SubmitAsync(step, engine, model));
                break;
            case Act.Cancel when model.Jobs.Count > 0:
                var cancelled = model.Jobs[step.Which % model.Jobs.Count];
                await engine.CancelAsync(cancelled.Id);
                model.Cancel(cancelled);
                break;
            case Act.Terminate when model.Jobs.Count > 0:
                var terminated = model.Jobs[step.Which % model.Jobs.Count];
                await engine.TerminateAsync(terminated.Id);
                model.Terminate(terminated);
                break;
            case Act.Begin when model.Active.Where(unit => unit.State == "STARTING").ToList() is { Count: > 0 } starting:
                var begun = starting[step.Which % starting.Count];
                engine.Attempt(begun.Job.IdOf(begun)).Begin();
                model.Begin(begun);
                break;
            case Act.Exit or Act.Fail when model.Active.ToList() is { Count: > 0 } active:
                var unit = active[step.Which % active.Count];
                var exitCode = step.What == Act.Exit ? 0 : 1;
                engine.Attempt(unit.Job.IdOf(unit)).Exit(exitCode);
                model.Exit(unit, exitCode);
                break;
        }
    }

    private static async Task<ModelJob> SubmitAsync(Step step, StillEngine engine, ModelEngine model)
    {
        var others = model.Jobs.Count == 0 ? [] : Enumerable.Range(0, step.How % 3).Select(place => model.Jobs[(step.Which + (place * 7)) % model.Jobs.Count]).Distinct().ToList();
        var attempts = 1 + (step.Which % 3);
        int? size = step.What == Act.SubmitArray ? 2 + (step.How % 3) : null;
        var isSequential = size is not null && step.Which % 2 == 0;
        var id = await engine.SubmitAsync(request =>
        {
            request.RetryStrategy = new() { Attempts = attempts };
            request.ArrayProperties = size is null ? null : new() { Size = size };
            request.DependsOn = others.ConvertAll(other => new JobDependency { JobId = other.Id });
            if (isSequential)
                request.DependsOn.Add(new() { Type = ArrayJobDependency.SEQUENTIAL });
        });
        return new ModelJob(id, size, isSequential, attempts, others);
    }

    private static async Task CompareAsync(StillEngine engine, ModelEngine model)
    {
        foreach (var job in model.Jobs)
        {
            Assert.Equal($"{job.Id} {job.State}", $"{job.Id} {await engine.StatusAsync(job.Id)}");
            foreach (var unit in job.Units)
            {
                var seen = await engine.DescribeAsync(job.IdOf(unit));
                Assert.Equal(Told(unit.State, unit.Attempts - (unit.IsActive ? 1 : 0)), Told(seen.Status!, seen.Attempts!.Count));
            }
        }

        static string Told(string state, int attempts) => string.Create(CultureInfo.InvariantCulture, $"{state} after {attempts} attempts");
    }

    private sealed record Step(Act What, int Which, int How);
}
