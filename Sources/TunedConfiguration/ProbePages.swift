// Made by Tests/Fixtures/probe_pages.py.
internal import FoundationEssentials

/// A page that a worker reads when it starts, small enough to cost a fraction of a second.
public struct ProbePage: Sendable, Hashable {
    /// Its name in a tuned file.
    public let name: String
    /// The document.
    public let bytes: [UInt8]

    /// One page of each kind of input: every path of the settings is taken.
    public static let all: [ProbePage] = [
        ProbePage(
            name: "text.pdf",
            base64: """
                JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1BhZ2VzL0tpZHNbMyAw\
                IFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdlL1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgMzIwIDE5MF0vQ29udGVu\
                dHMgNCAwIFIvUmVzb3VyY2VzPDwvRm9udDw8L0YxIDUgMCBSPj4+Pj4+ZW5kb2JqCjQgMCBvYmo8PC9MZW5ndGggMTkxPj5zdHJlYW0KQlQg\
                L0YxIDEyIFRmIDQwIDE1MCBUZCAxOCBUTCAoRmVybnNpZGUgMTg3LTYgXCgyMCBvdmVyc1wpKSBUaiBUKiAoSyBTbWl0aCAgIGMgSm9uZXMg\
                YiBQYXRlbCAgIDQyICAzMSkgVGogVCogKEEgS2hhbiAgICBub3Qgb3V0ICAgICAgICAgICA3MyAgNDgpIFRqIFQqIChFeHRyYXMgICAgXChi\
                IDQsIGxiIDhcKSAgICAgICAxMikgVGogRVQKZW5kc3RyZWFtZW5kb2JqCjUgMCBvYmo8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMS9CYXNl\
                Rm9udC9Db3VyaWVyPj5lbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTIg\
                MDAwMDAgbiAKMDAwMDAwMDEwMSAwMDAwMCBuIAowMDAwMDAwMjExIDAwMDAwIG4gCjAwMDAwMDA0NDggMDAwMDAgbiAKdHJhaWxlcjw8L1Np\
                emUgNi9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjUwNwolJUVPRgo=
                """),
        ProbePage(
            name: "scan.tiff",
            base64: """
                SUkqAAAEAAAmoGgFH////8hkBqjkDw2D5A8GHXyDnIKj5AxBHhZyFyiWEd314VPT0035cD1QIp0XNkR0XbVF20Xb/IfCblOZysJWW5PMllf+\
                9brZCYW5G5eE3Kcu79OOLCehpj+kkOl06dpJxhN/Rd4Uw3Lz0XOi77a+VmP6Lm30XeFLz/Sbrfa1dJvYpKJH3pet9JN1tfNP9dj1/hGNdN6/\
                Ttr/Y/LiD/Yf8fTaRK6fS//j2H/Lhfhh/y4bKTeP6X/1LhYYf/+G//9L9L/dfDf+Sf8479+Sf//StbW/JPkx3X20v791bS7VJtK0np66bS76\
                +P+Pjj2K43RoYpimOPj/DC/DCwzfDC2kgwu2msMLDCXEREREREREbERERGt/Ef/////8geEchkAQ5AsfIO5G5Ewgocz5A8C75BiZBh8gSOSw\
                ht4RI9JB//fqmmF9JFzj/y5v1RdtFzaBFP6W2ZyrPZboPKwgzZk8JOVhHhK8rNydoMnn7/X6WMa/Fp6cWmE4vwnp6BFOljj+lcxCR57CmG0X\
                fRc3MNou8vOYN/LtsJF30scJfpMHVf7pN63uk3tVelXpN/pBfjDD/+vHp6/sd4of/S1DX2Df////Gw/lw/j0tJv4Ip2////+XBA/0YvLhPpN\
                /Tb//+Qd//w3+gv9CGkQ2n/2yJH//5J/tfyTnHfX/yT5AkdL/7df/9tK1evbSvuvXbS9Jtf22K/4fxsUxXxxxXHDjvRoDYK/ba/38MJprwwg\
                wpdLDBFO4YX2wvEREREREREREREREREREf//////yCq+QIch3I3yB4LDkNNyB4FhyeEFdyWael/pqn+l+QyJ0XNqi5vgjj6WVhHZJysIHhu5\
                WEeIMhMJuTdB//63pRYTi4tPT/SHQIp//0phuXbmG5htFzbCRc37Cwkltr0+lvXvut63+kF9itbjrHrrp+n/w0lhGNcd+X////6TaXTesEU/\
                oxf///9v0m+XJ036C////0iN9CH/+3//9r2v/5BVf9L7/X/et6tdJte19vb+P/YqGxTHD4rYr/b8MEU/+07TBFO6TC2sREREREREREREREf/\
                /////IZALjkDwwPqZyGs5b+Qc5DvWQUP5DPlkDwVoI86/X03Cp8uGiuvoub0CKdF2/IsFwgzOU5OyO6ys/Kz7r3964wmE+LQIp+L9x0v20mF\
                Cl25efMG0vmDba+P/9V7XV/1bFelzRivHsfdL9wjGvXlw68j9h/pf9N+l6+jFDD//9Jv0vv0Fhv9CH//pegR3/zDv6kHf19dL0v9b7uvurWt\
                Lmnbh8cbxWZ7imK9GgHgXxVvhginDC5dLXl0ml7xERERsRGhERoR3/Ghx//////+ACACAAwAAAEDAAEAAAC4AQAAAQEDAAEAAACoAAAAAgED\
                AAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAFgEDAAEAAACoAAAAFwEEAAEAAAD3AwAAGgEFAAEAAACWBAAA\
                GwEFAAEAAACeBAAAHAEDAAEAAAABAAAAKAEDAAEAAAACAAAAAAAAAJYAAAABAAAAlgAAAAEAAAA=
                """),
        ProbePage(
            name: "screen.png",
            base64: """
                iVBORw0KGgoAAAANSUhEUgAAAbgAAACoBAMAAABgReavAAAAGFBMVEX6+vrp6em9vb2BgYFJSUkeHh4XFxcUFBTlQANrAAANU0lEQVR42u2d\
                z08kZ3rHP28VHhQpA9U0Xmm1Hii6e73yxsx003gjS4PN0GArF2tjs3OMxmsPPq69u2L+iKwln3JaRTkHj8dX7zQD9mqlJEN1t0wuY0NRzFjK\
                Oh6aF0gO1tBVOVRVdzVU0w0N2Ene74Xqt95fz/s87/tW1fd5XkBBQUFBQUFBQUFBQUFBAYCnzY6zjn/nnU0A0HvjDHr8lHmmPe8J/t4C9t+P\
                zZIvHkoS0z/6J7SCubbU+y7w7QeAGM+ulAGGVsiM1RYlmdzWvaNbd03nPITzFsHr3JzGvobMUDm38agIPX8BkBwqFzYkaC7atdLgtTv6397L\
                ZCtHCzeyfB7CYbXMclhxPZMfvwgji86e6Vjw6gOA3KJMmhUQDsnHlv4eA2vWw6tHC+dtnqlZas2/Zt7OwvzgDeaTM7Mm2syswTuQvF4wgMz1\
                gp/trgOYDtIAtFEH0C5LHAMQMLCBK0htUE35td6coufXoP8m0kLmF9dg5xyFy/RVpoFsBVLVvTFecB9eA7Sp9d0saNfWeyYBnlQAHBMDQHMB\
                hIfxYBkQkj4JYEg84ddaGjQ9AcJttKD/3M4YiHNZUPx14nJR6qYjahXEpY/09zA/2ZsAkjVLXIfkmqX/aplwctqpXdMB0iVfuJ+9vLIEDEju\
                +7IGwomX7zq7uU0BA+VGC0/VrB6zIs9Hc4lEwtCGJI4JG4CNKwB3GUjZeBVIbeBGNL3+45vPVHzzBMTexTt5o1GvC9IfBa3PwU55qwYJGW2B\
                Nc5Yc2FnxdzcnCm2EwnXAEnQM5nzLMBwQEL/TsKIrAAvrN2WwZQTCUMYi2urJvilyd+jH39OCRdcgTQZdhoteLqxVTkns/Q+hKr4wRx8jSfD\
                LlpvaZYEQ4KExFx0u9Cvvk/SdNBcuDD37T+44PwwmGvoE79jB+j3ZyOeYOOn9Mmn6i3UVt9eLB9j9+lqztnAhW+WwfWFlSB4fLvQdwcCa+tf\
                aJqgLjjPOaRL8GTB9VyQL9Y3whXAkFHFVHOfDSHqLXh3vekN6Z3fguL124j+aMqavAFIQ2LATlUGz2IAmgfSAPMBuDY9IlB39UcSfeL3IA0p\
                PMATIDxcTWxHW3DviuyycX5bgSfg2WzkZoEt4S/6mCANtLeaMhvhLhf8lIBnwLglQRr4wmmgeXib2kakhUzWqxhnbJZNwrmaQfRpzxvzR1aO\
                oJngjAR7mp9Zh2DK4YsgTMffJ/SJJcAeYcAG3F2TlI23m3IiLeyNEMzJczJL94+Fzec/iQj3WeGhC6y9ltec51h7bXew8STsrhZ2Jn4f7HLg\
                /rGw+/wngGdWxjfyYFUz+cwDwPs0n0z/G2xeXoi08DiTzzwQw+f4hHJ/17zd/Hv4NlC7k+qrQO1O6knjWdFb0bKLsqHp+9rwbV/9TGampwvU\
                7qS+qQCs7Y49dsAeirZQu5P6pqJt/G97Wf3+vM/9f38TV1BQUFBQUFBQUFBQUFBQUDgN+F+Y50+tvvmubh8TWqTWZycBMX5zKnI/j549ZpXv\
                dJSr99att3ONVtp39BZoMzdzsfdmbk4BYuZGvHCA9lIFSGZLTzeJo0+ejU08LlamjeC6g69gSSDTV64XiSLTV86YMD52ID3yxTm9JYF80dn8\
                u0o9sXhmBl+z0LPLHWfPSsSVuzKuiLhyV+6Zju+GEK85kS0DGA5Vjd5fzryhzbwB7/Be77uQnJk1j7aambcj+s5cnzUJnAZ8NwFtZtYfcz1S\
                k2OgvzJr0mvcangTtKj/MoihwKfgoHBDEmkEbgjxwiUv+vcMvI9Aq/aMVXuywNL+ckD/H4WAyA8qvba+OUVQyncTCFwHYKy6+UaYTxqM1zZf\
                Z18WG94ELazSAtHi47v7PhiSyKf+Q8KN+RyHzOHZ0G9VrlgVA6jUKohLVjF1lGziyuLKal0jg1uWtWcEpZJrVnEM07JSAOIZy3oUZjQdbWLR\
                0qhhBdlaIudA7aOAJTvcfDorY+iwunA9Ac9m/axgAh6yH6fe3YD+b201l2Qk94iN+9AMSoVuAq4/Wcq4mwaASAxkHUphxQe8CQ7WH/SOeH8q\
                bXa/csRWQH49WMRuZ2ZN8Nj2cOsGLtvQhMKDL+r1Gw44RlDKdxMIXAdA+nws/GDu5hPHvScCrvaAN0GMVQLoz8cK5y7GlgpXSzER9n6t+sLU\
                P7Ld7ArmtFnLxLZPowfCBRJICN0EAtcBPAnyOYBvlrEhOW367TR7Exyyyi+CPSPei8tb0eO8zOpbweKz4e1q8b1DhWnjMiICHWtDkWHwnQZ8\
                N4HAdSA62jagTX15f9bX3MJRVj96P0FiG33id3GN90uc544wS69cGgPQcrSZXvFDFxR5ajJYBRszf6dq29uwdjsdjkJkUdAuleymbPHQe+bm\
                jLlWiuuZDE295Wq5njQAMRWntY6E+3EW3ASiD2mCKRvrvfZW6DoAzcIJF60+ESPeBAc3/IWFBbmAPlGObTwFJkcK536WA9xHZpTVh85cmFzd\
                ICXB09A8NlIR+3RG0NzQdQByzaar+T0wDngTHKzetm1sxldiN4KDfgpxj1/Wu0vgVWaXBktN46K38Qj1R8Yn8mtfFXpsHifz2sWwH2uv7Q7e\
                C10H8P4rr9dkZFDyiU2Q+UXfm2AzV27diP7SvTy1w51xVwubo/96pOaoPcoCX346tr/UVPRzswPVBUS+t5i8eA93KT1cd3vw3QQC1wEopS9F\
                fINrS6maNFhPBdns3BFt9GjT09Nx7yjFPbMo1eupgoKCgoKCgoKCgoKCgoKCgkKH6Dye//sMPbzQ5v/7zwDzf4JnR78arXRRaf4/DjVz5c9d\
                jfVvr169+sK/aNMFI56A1Ob/hDZd6HeaUusfZTXbqF++9GF3I3b4k74+2c1gse+fI5DpK4/ZTlyGJMGJA06scAMbo8vBZXpL9n6/7KtmwasP\
                AmI/LkNWhicONOkzvBipDgRXIlsGMf6LKXw6PiTuj0Sd3A/5+9A7ZB4uvOt7DXQFbdQJiP24m5dpnDgQI1zfRniUQPKiA9rwRt706fgO6H4a\
                5P7mFPuyCEFgf3B3aX+5W+HckNiPs0qLxokDh4UTQ97D4NbYPWDAWvnM9On49nQ/YR6f6a9hAeJlyyqHn/4rtUqXwqVLBMR+DHIOYKcGDths\
                KJzWz6Y/zD7z7zo4RkjH2x3wkTauqDP9EAb2n9q0Mx1aE/ujDo0TB2I0Z7Pta85n/j2QhHS87ICBlHgNph/qgf2nBL//LYh93x0gOHEgZrVM\
                /uQW/7lMnfn3ecCAjpcdtC6hwfRDPbD/tITz2b14Yj/3BY0TB2I0ZxaLi/5yufhVNuiroU19uUBI3B+No/KchoTpks+nx7lHaaM7CRLCJeIK\
                0yRcn2VZAhrMP0Tp+A4RZfqDwP4dME5pyrUi9n13gPDEgcPCaZfB+9y/5TP/wbTRjiecCab0TTQI7JcGJl1H8mujTmti33cHCE4ciBFOeMCO\
                X9Jn/oO7xxMuZPoN6oH90hRG96apubQm9n13gODEgTjNbdBQqhU6rrp6fvJYRyA9TubzFyUyD3if5vO5Mk4+74F3bH/bmF3OXS2Mjzqtsrir\
                hfGJWOFS28D6SKDmR0FPAjq+cwRM/3oKwsD+Lx8OVzr1Gmizyx1N7AcnDigoKCgoKCgoKCgoKCgoKCgofDcQr3eW76wCs2OhnVY91djo/PmD\
                Qfu1gXMULuZI/7x1EuGcpp8/+ZsPDufJjLlF+fCElhH8E4GV8gk05xWLxSA+6USHTjZ/6xXZuKam1nenCCnOY2J8jNYR/u00h9WdBfQ1z6w4\
                bkD7S0v7NdVn5EkMbPLjF1tG+Hc2517Nov+m17hF75uvwPjNqUhkfhsYRIP301E9hsmaiyfwTqQ57a7TOsK/M+FKI6StfVkEvYY+WXrabETm\
                t0E/keB90eSiEya7GoITElpPKrSO8O9MuK00plPDAsMis2JVzHpkfrv5PhwN3tejRlpPdh+OpNwTklkeHBXh327OJcCTq6nRPwDgSmqOH5/s\
                dmzk9eD9dCku2f38uveHbqlI88EJhBNz8O0HpaxVH6k1EhdA5pasTodWgvwhIEY/vBC5FSbrr91N0qVwevQM7Y6F8z4El2run/2f2yDGp/i6\
                Hpnf1i4jwftNVtlIHi9W9F9VkN0IN26daM7Ztu00EaCZoYWP4fHtzLXj9iBdThjisIIMB1ejK+H0ieUTLyikS41o35RlO9Qj89tZ5WYkeD/7\
                ytybF27UdRommxJPdMcfH09xB4QbtlL1oTUcTBqR+W2wQyN4//7Cwp0nH0e3QEPiH/FPV5prEeHfmXD65eq/m/Upb2LSiMxvA0kjeN+2bcdt\
                bONhspNFcxFdCNciwr/9VpAH7yuL8l85Mr8I4OQHXaMemd8OuweD98Vv/x7YzJXryes39gZLDJxcuFYR/m01J6anp6/lHLbGArqelV2zLBqR\
                +W3gmAeC931/JjvXSN5aTu+XGTq5cC0j/M8ah15Ce96Mz/j6OXbqtF5W3YMvocn4B0G9+n/hu8Nfm+rbi4KCgoKCgoKCgoKCgoKCgoLCd4z/\
                AQhQZjw4IE+IAAAAAElFTkSuQmCC
                """),
        ProbePage(
            name: "photo.jpg",
            base64: """
                /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5a\
                YVpQYEpRUk//wAALCACoAbgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQR\
                BRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4\
                eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEB\
                AAA/AO7oopKKTvSUUlFFJRSUUlFJRRSUUlFJRSUUlGaKSikopKKSikoopKKSikopKKSj3opKK2O9JRQaSikopKDRSUUlFJxRSUUUmQO9FJRR\
                SGkopKKSjPOKKSikoopKDSUUlFJRSUUnf3oopKSg0VsVl+Irqez0aae2fZICuGxnGSBSRWV/8jtqsjDgkeWvP6U+51aKCdoI4ZriRBl/KXO3\
                60Tazax6U2o/M0K4BAHIOcYxTZNZhi02S/eKZYUIHK4LAkcj25qP+3rcNGzwzpDIcLMyYU5p93rMFvcPCsU0zRqGk8tc7B702TUUkvtPEMzC\
                O5DEAKMNgdz2ol1qETSRwwTziM4do0yFNVfD9+JrW/uZpmMS3LlWc/dXirCa5bs6b4Z445CAkrphSe1alc9qN5qsN7bN8kNs9ysQXqzjPX2q\
                1rN3cQTWlvBIsInYhpmGQuB0qGyurptRuNOe6E2It6zKoyp6YPaotUXULKBSmpyPLIwSNPLXkn8K3IFkWCNZW3uFG5vU1i3GoSXF3PHHfR2c\
                ULbAzAEu3frWhpUtzLZg3YXeCRuUghx2NMlzNrCIfuwR78f7R4H8jVMnVLpZ7hZ/sqIT5cZQcgdzmov7XubmwsVhCpc3bFdxGQoHU4qxBcXd\
                pqsdldzCZJ0JR9oBBHUVo3VzFaQNPO21F6mqUeswtJGksE8AlOEaRMAmrFrfR3M08KhleBtrBv51ENVtjFcSsWVIH2MxHU+1Mt9XilnSGSGa\
                FpPuGRcBqQ6vD/aL2KxSvKhUHavGD3+lMl1u3ilkXy5nSJtskirlVPvUjsE1SCWM5S4Qqfcjkf1q/R9KSkNFJRmkoNFJRSUUlFJRSfSiikor\
                YNYvi4Z8PTjPdP8A0IVYtdKihMcqzXBIAOGmJH5ViWiNFf6ik2pNaP5xcKQvzKeh5FR3Uca+Erx4mldZJw26QAbvmHIx2rT8TqB4ZkUDA+T/\
                ANCFJ4lRU8NOFAAXZj25FVbryRf3EtreG1ulRfMWQDZIMcVFHObu80OYxCMssvyqMDp2q14eure102SC6kSOeKRvMDHBPPWsyBWufDer/ZlI\
                3XLMABzjg/yqe5EM1hCjapLOspULEirnP5cV1S8KB6CsXxJ103/r8T+tR6q0cuuW9vfttszGWAJwrPnvTdJEEOvXMOnhfspiDOV5AfPTP0qe\
                3P8AaOtSXJ5gtP3cfoX7n+lXp7aaS5SVLqSNFxmMAYasTTo7K2vNSS/8sSGYuPM7qfSrfhkMLGXGRCZmMOf7narKER65Lk/6yFSPwJz/ADFZ\
                95fLqdw1lBOsduhxNLuxu/2RRqKw2t3pVzFgW0LMhI6DIwKdPIl74jsvs7B1t0dnKnIGRgCn+JVY2cEm0tHFOryAf3R1qDX7m3u9Pjt7WRJJ\
                pXXywpyRz1pNRl/srURdnhJ4Sjf74HFV7+zkt9AtBuZSsyyzMBkjPJP60+RIpbuyU6jLdN5gdVQLxjucdqs6ao/4SLVSev7v/wBBqhcvFbm8\
                uLG6EZDky20wGHPt9a1PM8+fTSE2EqZCv90bcf1rUpKKSikoopKO9JRSUUlFJR/Kk70d6KSkrZ/Co5oY54zHNGsiHqrDINPxjoKgntLa4YNP\
                BHIw6FlBxTpIIZIfJkiRov7pHH5USwxzRmOWNXQ/wsMiiWGKaIxSxq6H+FhkVHNZ2s7Az28chHTcoOKcbeEuj+Um6P7hx936UySytZZBJLbx\
                O4/iKgmnxQRQhhFGqBzlgoxk+tRx2VrFKZY7eJXP8QUA1PUcsMUu3zY1fY25dwzg+tJNBDcLsmiWRfRhkUkMEMClIYkRT2UYpYoo4U2xIqLn\
                OFGBmn1BNaW1wwM8EchHQsoNSqAqhVAAHQCoZbZJZ4piSGjzjHcHtUP9lafn/jygyf8AYFTC2gWDyBEgi6bNvH5UQ28FuMQRJGD1CjFPKhgQ\
                wBB7VDFZ2sMm+K3jRz3VQKfPBDOoE0aSAHIDDODTmVWUqQCPQ1DDaW8BLQQRxk9SqgZp6wxJI8ioqu/3mxycVHJZ2skvmSQRs4/iKgmhbZBd\
                G45LFQo9APapqSj6UlFJQaSiikopKKKSkoo7UhopPrRWxRmikopKSig0hpKKKSg0Un0pKKSjvRSUUlFFJRSUlFFJRSUUlFJQaKTvRSUUUlFJ\
                RSUUlB9q2KjmmjgjMkzqiDqzHApZJI4ozJI6og5LE8UqsrqGUgqeQR3qvJfWkUvlSXMSv/dLgGrGQeR0pKZLLHDGZJXCIOpJwKPMTfs3DfjO\
                M849ajiu4Zbma3R8yQ43jHTPSpqSik7UUGkopDRUbTRpIkbOod87VJ5OPSnmkpKKKSobq5itIDPO+1Fxk49TUoIIBHcUVVbUbFXKNdwhlOCC\
                44NWEZXQMjBlPQg5paaHVmKhgWXqO4pagluoYriKB2xJLnYMdcdam70d6TiikoqNJopJHRJFZ0+8AckfWo2vLVZPKa4jEnTbuGamoNJRSfWo\
                GvLZZfKa4jD9NpYZqUkAZJAHrTIp4p1LQyK4BwSpzzT6KK2KxvFx2+HpyfVf/QhVa1mXX7nG7/QrYgbO8jep9q3yuEIXjjjFcpAILK2mtdZs\
                n3MzFrnZuByeue1W9QnnsdL05NOud/mTJGJDg7lOaaJtVXWG0w3atui80S7BlR0xioLjUbp/Dl6ZmR5rafyi20YbDDnH41L5U7+MEK3LIPso\
                bAUdM/dpkKXcvifVI7WYQriMs+3J+7wK0NIu7l7u8srtxJJbMMOBjcCMjitWiko70lFZ+sXr2VqpiAM0ziOMHpk1Ckeq21zCXmF1E5xINoUp\
                7itT61i6oceIdJPYeZ/6DTLSXUdUjkuoLoW8W4rEgQHIHc5qK41e5Ph24uEIjuoJPLbAyMhgDTryfU7GyTUJLlWGVLw7BjBPY/jS3uqM+ova\
                JeR2iRKCzsASSewzUSaxcjT74RstxNbEbZFHDA98e3NWdLuLqWdWF5HdwMuWIABQ/QUeKsjQJ9vXK4/76FRXB1S0sftv2lW2AM0OwYx3Getb\
                FtMLi2jmXpIoYfjXNabcWccmoJcwNI5unxiItx+VWrFb2z0aZokEbPKWiWQ48tSe9JbahLHq1vam+S7SZWztABQj6UmnRzDxJqTG4YqhUsuB\
                83Bx+VQjVZLtZJ01KG2AYiOIgHIHrmlW7N9qGi3JGC4kyPcDFdHSUUlFUtTvDbQhIhm4lO2Nff1rK0S2aDUtTgEhL4TLn1IOTS6hY2tlpBgK\
                iW5k4RsfMznvW1aI8dpCkpy6oAx9TipaSimsMqRkjI61z+rWsNlp7QRWplL9Z2x8pJ6k1pmyW50+CCaVmVQNxVsb+O9VPDiLGl7GigKt04A9\
                BxWxSUdq2KzPEVpNe6NNb26b5GK4HTPIqveadPbXMN/pkY8wALLECAJF/wARWuwaSEjlGZfxFYgfWI7Z7SazW6blRNvABHuKjk0e5i03TLaP\
                940FwskhB6DnP86ufZJ/+Em+17P3P2bZuz/FuzWbNpV42k6nAsWZJ7oyRjcOVyKuS213F4ggvI4PMiaAQvhgNvOc1LYWk0Wt6jcSJiObZsbP\
                XA5osLWaHW9RuHTEU2zYc9cDmtOikopDQaztaspL21TyCBNDIskeehIqOGTVbi4h8yAWsScyZYMX9hUmr29zPbxtZviWKQOFzjdjtVNbe9v9\
                Vt7q5t/s8durYBcEsSMdqbaxajpUclrBai4i3ExMHAwD2Oain0i5Xw9PbgCS5nkErgHAyWBNXtctZrvRXt4F3SHbgZx0IqtNZXFtqL3cNqly\
                kyKHQkAqR35p8VvqIs7iRfKjnkIKRYBCgdiahtLK5fV4rv7ItmqKRJhgfMJ9hVvxBazXmkTQWy7pGK4GcdxVWcapd2RsXtVjLDY828EY74Fa\
                8EKwW8cKfdRQoqho9pLbfbPPTb5ly7r3yDRrlpPd2iLAA5SQO0ZOA4HaqQtbybWLK5NmsEMO4EBhkZFWILa5h127l8rdBchfnDD5cD0qrBaX\
                lhFJaxWUU67iY5SwGAT3zUktjdx3OmTKgmMG4SFcL94da26KSkoqleaZBeXCzSGQOgwpRyMVn2emS2epXlyFldcKYgZPvnHOef51HarqAumu\
                7vT3lnPC/OuEHtzW7GzNGrMhRiMlSentTqSio50MkDxhipZSAw6isZ01WSwNg9urErsM5fgj1x1zWtaw/Z7WKHdnYoXPriqekW0tt9r85dvm\
                XDOvOcg1o0lJ71s0UlFJRRSdqT60UUlFJSUtJSUGk70UUlJRRSUd6SiikopKDSUUlFFJQaSg0hopOtFJQaSiikNHetiikopO9HekoopKKSik\
                opKD70UlHakpKKKSiikNJRSUUUlFJRSUUlFFIaKSikoopKSj60UlFbFB9TWRY60t3qclp5JRVz5bk5D4ODWqxwhOOnNZtnq8U2jjUZgIkOeM\
                56EioLnV7mK2s5jbrF9ouFj2uckKe/sa0Yr21mk8uK4idx1VWBNE95bW7BZ7iOMnoGYDNOknhih86SRFjH8ROB+dRi9tWm8kXMRk/u7hmrFJ\
                9KKT6UUUlRyzRwRmSZ1RB1LHAqMXtq0vlLcRmT+6GGadPcQ26gzypGD3Y4pBcwtbtOkqNGoyWB4qtpWpw6nbCaEgHPzJnJXnvVqWaOFN8sio\
                o7scU2K4gnUtBMkgHUq2aFuIXg85ZUMQBO8Hjiqeoatb2KW7uystw4VSG7Hv9KvI6yIrowKsMgjoRS0lFJRRSUUlFJRRSVUupryOQC2tUlXH\
                UybcH8qr2WpTz3c8E9ssQhXLMH3DPp0qFtYn8lrpLJjark7ywBIHfFakMqzQpKh+V1DD6U/6UlFFZusatHpkakoZJGPCg449affah9mMEaRG\
                Sac/IgOPrzSWl+0109pcQeTMq7sbsgj1zV2iitiqWsXX2PTJ5l+9t2oP9o8CubZL7T7ewnms1iS1Yb5BJnIbg8Y9661m3Qlh0K1w+kPLFBYT\
                agmdPV2VMHgNuOC1bfiqNbi3sI8/K90gyD25put2sFnLpkttGsTi5RMqMZB6iomCXF5fvbWa3BB2SSTvgAgdBxVN2aT4fjeSTkDr/t1d12xt\
                7Tw+JIY1WSEoVcDnORzmuhTmNc+lLSUUUlFY3iwZ8P3A91/9CFVdcsbe00ASQxqssRQq4HOcjnNPto0vPEVyLsB/JiQRK3I5HJogjSDxDd2s\
                AAge33ug6Bun8qk8KIi6HEyqAzFskDr8xpt4i3Pia3t7jDQpCXVT0LZqO6jS08Q2wtQEE8TiVV4GAODioLBgvgmUk4/dyD9TTbxVfR9DLKD+\
                9iHI7YrpVUKoVQAB0A7UtJRRSHpRSUUlFIelFFJj1qtqF0tnZyTtztHA9T2FV9NhFjp7S3B/ePmWVvequsp9r0v7TBcEQBN5QcBx1xWlYsj2\
                MDRJtQoCq+gxU9JRTJXEUbyEEhRnA5NchqFyk2nXU9wsguJSAAYzhFDDjNaVzINSvbW3gJiZU80SkEMOcYAp+nRG312eGeRp5miDLIey56Yr\
                bpKK2KrXtjHeiISswWOQOFH8RHTNOvLaO7tZLeXOyRdpx2pYYBFbLAGZgq7cnqaq2+lW0Omf2eQXhwfvdeTmo/7GhNtbQNNK620gkQkjPHQd\
                OlT31hFe+R5pYeTKJF2+oqq+iQNPK6TTxrMcyRo+FY0o0S2Gj/2YHk8nOc5GeuasX9jHfWTWkpYI2OV68HP9KsqNoAHQUUdqKSko61W1Czjv\
                7R7aUsEbBJU88HNNv7GO+smtZSwQ45HXg5qK70uG5lSZXkhmRdokjbBI9DTrLTobPzCpd5Jfvu5yxpNO06PTldIZJGjY5CschfpS32nw3uxn\
                LJJGcpIhwwplppkNtM85eSaZhtLyHJA9KrPoFsyyx+bMsMhJMQb5QT3FTz6TBPYQ2jNIqwbSjqfmBHSrkaeXEqFixUY3HqadSUUUlFJSUUUl\
                FJRVa7s47p4jKWxE28L2J96nZQylWGQRgj1rL/sO3x5fnT+RnPk7/l+laaqqKFUAAcAClpKKKrX1nHfWrW8mVVsZK9eDmorvToblo3LPHLGM\
                K6HBxS2enxWsjyhnklfhnc5Jq3SUVsUUlFJRSUUnWiikopKKSikoopKO1JRSUUlFJRSUUUn1opKKSikopKDRSUUlFJR2pKKSig1sUUlFJRRS\
                UUlFJRSUUnSikJAyTwB3pqSI6qyMCrDIIOc06kopKQkZAz1oyCSB1HWj8KSkYgAknAHekVldQyMCpGQRS0lFFFJSUUUlJRQaTvRSUUlFJR2p\
                KKBxSUGtisjxRLJDoU8kUjRuCuGU4I+YUkOmwDY4v7lm4ODcHk0f22kcN19oiMc9u23y85356Y+tU7/UNSTVdMSKADzlYtF5nU46E47VcvNX\
                lg1VdPhtDLI8XmAhsd8c1Jd6lNHdi1tbQzyhd7/NtUD61EmuQ/2XNeyRMpgYo8eckNnGKfZ6lPLdLb3No0JddyMG3A/jWlQaQ0Un0oNJRx0q\
                lq7sunuqnBkIjBH+0QP61laxJ9j1bSfLjZ9odVRe/AAq7HqkqXkVtfWhgM3+rYPuBPp7Vpnpya5jVNQuZtRtTbSMlqlysTFTjzCev4V03asb\
                Uyf+Eh0oZ6+Z/KqkN1ND4j1KO3gaZ28sgbsADb3NalhqP2meW3miMNxFjchOcj1BqLxBNPDYq0DlFMiiR16qnciqFlcAaxFBZXct1A6Ezb23\
                bfQ5rT0r5YpoO0MpUfTqP51eNFJSUUUmaKKSikqtfJdSQhLSRY2LYZiM4Ht71naC8/2a9V5XmeKdkUuck4qC6t7uHTJL24vJo7pQW2hvlB7D\
                FbVpI8tpFJKuHZAWHvUppO1FJRQaSikNFbFYvi0Z8PXAxnlf/QhUFtJ4dV42j8gSDBGByDVO+WS+v21e3iDRWbAAY/1oHU/h2qzqd3EdT0e/\
                LEW/z5bHAyOKnwT4y3Dp9j6/8CqtfXAOtTx6hPNBAqL5IjyA/ryKraSUXRNS8y2knjNy2Yz97bxzU2lzeXqsMOnzzT2joTIsnPlemDXS0UlB\
                pKKKSqOsA/YGcD/Vurn6Ag1l65cCDWNKuCrOi7ydozxgc0t7cR6ve2Udll1hlEskmCAoHate+imms5IreQRSMMBiOlc3qVlf2lvp8HmwFFuU\
                CbYzwfU810drdJMzw+YHmhwJdqkDOKzNXYR67pUr5CAuCfcjiq0F7FZeJNRNwGWN9mHxkA7as2GbzXZtQiVhAIhErEY3nOc0a8CtxZSyoz2i\
                OTKAM9uCRUEMkU+uwS6auIlRhOyrhT6CtHS/nFxMOkkzEfhx/Sr1JRSUUUUlFJSUUlY2iOsMeoySHCrdSMT7VTGo2uo3Xm3k4jto2/dxH+I+\
                proo3SSNXjIKsMgj0p1BpKO1JSUUcUlFbFIwBHIBHpTfLQdEX8qXAAwBSbVIxgY+lGBnIAzSFVY8gGgKB0ApAoH3QBn2paKTFHakopDRTXVX\
                QowBVhgj1pscUccSxqvyqMDPNOCgdBj6UUhAI5FV7Ozjs1k8ssTI5diepJqcgHqKQqM8gHPtRgAYAFBGRg00opUrgAHg44psMaQxrHGNqKMA\
                U+ikopKKSikoopKKbgYIwOetJ5af3V/KlwAMUUlFH4UmeKKSiko7VsfhRSGikopKO9FJRSUUlHrSUUUlJRRSfWikoopKT86DRSUdqKSikoNJ\
                RSUGk96KSikoopKOlJRSUGtjFH40hoopKSiiko/SkopKKSiikopKKSikopKKTvR9aKSikopKKSij6UhpKKKQ0HrR3pDRSUUlBpKDX//Z
                """),
    ]

    private init(name: String, base64: String) {
        self.name = name
        bytes = Data(base64Encoded: base64).map { Array($0) } ?? []
    }
}
